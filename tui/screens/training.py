"""Training: what people can, what their roles need, and how they learn it."""

from __future__ import annotations

from typing import ClassVar

from tui.screens.tab import Tab
from tui.screens.tabbed import TabbedScreen
from tui.training.certificates_tab import CertificatesTab
from tui.training.gaps_tab import GapsTab
from tui.training.help_tab import HelpTab
from tui.training.learning_tab import LearningTab
from tui.training.skills_tab import SkillsTab
from tui.training.trends_tab import TrendsTab


class TrainingScreen(TabbedScreen):
    """Skills, gaps, certificates, and the plan of what is learned."""

    NAME = "Training"
    ABOUT = (
        "What everybody can do, and what the roles need; where somebody should learn something, "
        "what is planned for it, and what it costs."
    )
    SIGNS = "Signs of skills and learning"
    PARTS: ClassVar[tuple[type[Tab], ...]] = (
        SkillsTab,
        GapsTab,
        HelpTab,
        CertificatesTab,
        LearningTab,
        TrendsTab,
    )
