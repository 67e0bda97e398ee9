"""The public site: who receives and when, asking for a reception, following an appeal, the act itself."""
