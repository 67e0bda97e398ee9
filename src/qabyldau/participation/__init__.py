"""Who takes part beside the applicant and the official: invited bodies, central bodies, interpreters.

п. 10 (foreigners), п. 17 (bodies at the akim's reception), п. 18 and 19 (central bodies), п. 20 (refusals).
"""
