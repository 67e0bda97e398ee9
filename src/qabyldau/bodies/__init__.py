"""Register of bodies: units, territorial and central bodies, and the people who speak for them."""
