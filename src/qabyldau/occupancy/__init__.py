"""Who and what is taken when: nobody and nothing is in two places at once."""
