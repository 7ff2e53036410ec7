class FormularyError(ValueError):
    """A data file of the formulary breaks its form; the message names file, place and reason."""
