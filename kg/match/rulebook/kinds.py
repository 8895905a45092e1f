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
# What a county has: towns, and the settlements in them.
SETTLED = frozenset({"Township", "Village", "Community"})
SETTLEMENTS = frozenset({"Village", "Community"})
# A station or a guesthouse has a place and a manager as a body has.
STANDING = BODIES | {"Facility"}
# Of whom or what a clause tells that it did something.
ACTORS = PLACES | BODIES | {"Person", "Facility"}
OFFICES = frozenset({"PartyOrganization", "GovernmentBody"})
FIRMS = frozenset({"Enterprise", "Association"})
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
WAYS_AND_TRADES = WAYS | {"Industry"}
UNDERTAKEN = frozenset({"Program", "Project", "Event"})
# 长江, 云岭山: who is called so does nothing.
NATURE = tuple("山河江湖海岭峰")
