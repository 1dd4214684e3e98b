"""Who is away and who covers, who is there now, and how much there is to do against how much can be done."""
