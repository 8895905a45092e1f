"""The classes of mentions by what the grammar does with them: places, bodies, ways of working."""

from __future__ import annotations

PLACES = frozenset({"Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"})
BODIES = frozenset(
    {
        "Organization", "PartyOrganization", "GovernmentBody", "Enterprise", "Association", "Institution", "Team",
    }
)  # fmt: skip
# What has towns or villages of its own.
LARGE = frozenset({"Province", "Prefecture", "County"})
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
# 长江, 云岭山: who is called so does nothing.
NATURE = tuple("山河江湖海岭峰")
