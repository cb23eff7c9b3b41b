"""Beside the opening of the service: what it says of an index that it builds first."""

BUILDING_FIRST = "Nothing is indexed yet, so {folder} is indexed first."
BUILT = "Indexed {articles} in {seconds} s."
PROBLEM = "Not read: {source}: {reason}"
