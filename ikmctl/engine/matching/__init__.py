"""Members and demand lines: who is proposed to whom, who waits, what near misses lack."""

from ikmctl.engine.matching.appraise import LINE_ATTRIBUTES, line_facts
from ikmctl.engine.matching.pairing import Offer, pair_up
from ikmctl.engine.matching.results import MatchResult, match_all

__all__ = ["LINE_ATTRIBUTES", "MatchResult", "Offer", "line_facts", "match_all", "pair_up"]
