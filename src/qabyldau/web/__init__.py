"""HTML for people: public site, workplace, sign-in."""
