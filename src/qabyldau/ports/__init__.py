"""What we ask of the outside: protocols and plain data, in our own words."""
