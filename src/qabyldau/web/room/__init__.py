"""The official's page: who is in front of me, what is known, what I answered and ordered, who is next."""
