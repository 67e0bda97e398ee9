"""Who helps on the day: consultants (п. 16), employees called in and hours agreed on (п. 22)."""
