"""The classes of mentions by what the grammar does with them: places, bodies, ways of working."""

from __future__ import annotations

PLACES = frozenset({"Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"})
BODIES = frozenset(
    {
        "Organization", "PartyOrganization", "GovernmentBody", "Enterprise", "Association", "Institution", "Team",
    }
)  # fmt: skip
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
