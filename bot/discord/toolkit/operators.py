"""Used by `admins`: who runs the bot, as Discord knows it: the owner of its application, or their team."""

import discord
from discord import TeamMemberRole, TeamMembershipState

# Members who may only look at an application do not look after it, as discord.py has it too.
_LOOKING_AFTER = (TeamMemberRole.admin, TeamMemberRole.developer)


def operators_of(application: discord.AppInfo) -> frozenset[int]:
    """The ids of the people who may do everything: the owner; of a team its owner, and those of its admins
    and developers who have accepted the invitation."""
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    accepted = (one for one in team.members if one.membership_state is TeamMembershipState.accepted)
    members = {one.id for one in accepted if one.role in _LOOKING_AFTER}
    return frozenset(members if team.owner_id is None else members | {team.owner_id})
