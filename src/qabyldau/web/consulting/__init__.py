"""Who helps on the day: consultants and whom they helped, employees called in, hours agreed."""
