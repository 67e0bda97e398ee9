"""e-Otinish: by hand, by the asynchronous SOAP channel of ШЭП, and a simulator of the register."""
