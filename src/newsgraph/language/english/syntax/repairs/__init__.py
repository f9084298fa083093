"""What parsers often get wrong in news, put right family by family."""
