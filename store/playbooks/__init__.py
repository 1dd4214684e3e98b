"""What a playbook or routine would make, and which freezes hold."""
