thing = "lazy thing"
