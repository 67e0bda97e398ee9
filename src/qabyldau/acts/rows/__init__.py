"""Every act on an appeal, a file for each concern."""
