"""Who takes part in a reception beside the applicant and the official: asked, answered, came, refused."""
