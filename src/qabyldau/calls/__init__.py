"""The call-centre that never stops (п. 37.4): numbers given ahead, what was taken without us, emergencies."""
