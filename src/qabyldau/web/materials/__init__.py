"""Requests for materials on screen: the department's list, and the page of whoever is asked."""
