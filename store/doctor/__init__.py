"""Looks through a data folder for damage, says what each thing means, and repairs what versions and backups can repair.

Nothing is deleted: what is replaced is put aside first.
"""

from store.doctor.examining import examine
from store.doctor.finding import Finding

__all__ = ["Finding", "examine"]
