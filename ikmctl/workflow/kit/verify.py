"""Recompute the lists of an ikmctl audit kit with Python alone (3.8 or newer, nothing installed).

Run `python3 -I -S verify.py [FOLDER]`. Written from ikmctl's written rules, apart from its code.
Exit 0: MATCH. Exit 1: something differs. Exit 2: nothing differs, but something cannot be said.
Inputs, taken on trust: eligibility verdicts (scores.csv), and that the .json files say what the .yaml files say.
"""
# fmt: off
import copy, csv, hashlib, itertools, json, math, os, re, sys, unicodedata
from datetime import date, timedelta
from fractions import Fraction
ENGINE, POINT, NODES, MANY = 1, 10000, 300000, 10**9
INPUTS = "kit.json program.yaml participants.csv marks.csv events.yaml decisions.yaml events.json decisions.json".split()
OUTPUTS = ("list.json", "pool.json", "rules.json", "scores.csv", "shortlist.yaml")
differs, unsure, agreed, digests = [], [], [], []
FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
class CannotSay(Exception): """A limit of this program: the answer is neither yes nor no."""
def check(what, found, expected):
    if found != expected and isinstance(found, dict) and isinstance(expected, dict):  # name what differs, not all there is
        for key in sorted((one for one in {**found, **expected} if found.get(one) != expected.get(one)), key=str):
            check("%s, %s" % (what, " ".join(filter(None, key)) if isinstance(key, tuple) else key), found.get(key), expected.get(key))
        return
    (agreed if found == expected else differs).append("%s: found %s, expected %s" % (what, found, expected))
def canonical(value): return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
def sha(data): return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()
def raw(*names):
    try:
        with open(os.path.join(FOLDER, *names), "rb") as file: return file.read()
    except OSError: raise CannotSay("there is no file %.80s" % "/".join(names))
def read(*names): return raw(*names).decode("utf-8")
def table(*names): return list(csv.DictReader(unicodedata.normalize("NFC", read(*names)).splitlines()))
def number(text):
    if text is None or isinstance(text, Fraction): return text
    return Fraction(text) if str(text).lstrip("-").replace(".", "", 1).isdigit() else None
def half_up(value, unit): return math.floor(value * unit + Fraction(1, 2))
def fixed(value, places): return "%d.%0*d" % (half_up(value, 10**places) // 10**places, places, half_up(value, 10**places) % 10**places)
def carried_from(name, found):
    if name not in found: raise CannotSay("it follows from stage " + name)
    return found[name]
def words_of(person, field): return [one for one in (person.get(field) or "").split("|") if one]

class Scoring:
    """Raw values and points of one stage; everything exact."""
    def __init__(self, rules, recusals, marks, carried):
        self.rules, self.carried, self.given = rules, carried, {}
        self.specs, self.panel = rules.get("marks", {}), rules.get("panel", {})
        for (who, mark, item, by), value in marks.items(): self.given.setdefault((who, mark), {})[item, by] = value
        self.aside = {(one["judge"], one["id"]) for one in recusals}
        self.groups = {one["id"]: one for one in rules.get("groups", [])}
    def judges(self, mark, item, person):
        if not self.panel.get("judges") or self.specs[mark]["per"] != "judge": return sorted({by for _, by in self.given.get((person["number"], mark), {})}) or [""]
        return [one["id"] for one in self.panel["judges"] if (one["id"], person["number"]) not in self.aside and person.get("track")
                in one.get("tracks", [person.get("track")]) and {mark, mark + "." + item} & set(one.get("items", [mark]))]
    def cells(self, mark, item, person):
        found = (self.given.get((person["number"], mark), {}).get((item, by)) for by in self.judges(mark, item, person))
        return [one for one in found if one != "recused"]
    def judged(self, mark, person, only):
        """Mean over judges of each item, then over items by their weights; None while one is missing."""
        spec, total, shares = self.specs[mark], Fraction(0), Fraction(0)
        for item in only or spec.get("items") or [""]:
            values = [number(one) for one in self.cells(mark, item, person)]
            values = [one for one in values if one is not None or self.panel.get("incomplete") != "mean_of_present"]
            if not values or None in values: return None
            share = spec.get("weights", {}).get(item, 1)
            total, shares = total + share * sum(values) / len(values), shares + share
        return total / shares
    def sessions(self, mark, person):
        dates, slots, codes = self.rules["dates"], [], self.specs[mark].get("codes", {})
        day, given = date(*map(int, dates["start"].split("-"))), self.given.get((person["number"], mark), {})
        while day.isoformat() <= dates["end"]:
            times = range(0 if day.isoformat() in dates.get("off", []) else dates.get("sessions_per_day", 1))
            slots, day = slots + ["%s/%d" % (day, one + 1) for one in times], day + timedelta(days=1)
        parts = [number(codes.get(given.get(("", one)))) for one in slots]
        return None if None in parts else sum(parts) / len(slots)
    def raw(self, source, person):
        """The raw value: a fraction, a word, or None while it is missing."""
        if isinstance(source, dict) and "share" in source: return self.sessions(source["share"].split(".")[1], person)
        if isinstance(source, dict):
            first, second = (self.raw(one, person) for one in source["gain"])
            most = number(self.specs[source["gain"][1].split(".")[1]]["max"])
            if None in (first, second) or first == most: return None if None in (first, second) else Fraction(int(second == most))
            return (second - first) / (most - first)
        kind, name, *rest = source.split(".")
        if kind == "marks": return self.judged(name, person, rest)
        if kind == "stage": return carried_from(name, self.carried).get(person["number"])
        found = self.groups.get(person.get("group"), {}).get(name) if kind == "groups" else person.get(name)
        return None if found in (None, "") else str(found)
    def boards(self, one, person):
        """What each item of each mark by judges behind a criterion was given."""
        parts = list(one["source"].values())[0] if isinstance(one["source"], dict) else one["source"]
        for kind, name, *only in (text.split(".") for text in ([parts] if isinstance(parts, str) else parts)):
            if kind == "marks" and self.specs[name]["per"] == "judge":
                yield [self.cells(name, item, person) for item in only or self.specs[name].get("items") or [""]]
    def points(self, one, person):
        """(whole 1/10,000 points or None, whether the person is out by this criterion)."""
        kind = list(one["source"])[0] if isinstance(one["source"], dict) else ""
        boards = [] if kind == "count" else list(self.boards(one, person))
        if kind in ("ratio", "count") or boards and self.panel.get("aggregate", "mean") != "mean": raise CannotSay("source %s" % one["source"])
        raw, scale, up = self.raw(one["source"], person), one["scale"], one["direction"] == "benefit"
        if raw is None:  # a gap that judges left is never held against a person whom some have marked, or whom nobody may mark
            policy = "pending" if any(not all(board) or {*map(number, sum(board, []))} - {None} for board in boards) else one["missing"]
            steps = map(Fraction, [*scale.get("map", {}).values(), *(band["points"] for band in scale.get("bands", []))])
            return half_up(min(steps, default=Fraction(0)), POINT) if policy == "worst" else None, policy == "reject"
        value, limit = number(raw) if isinstance(raw, str) else raw, number(one.get("threshold"))
        out, found = None not in (value, limit) and (value < limit if up else value > limit), None
        if "linear" in scale and value is not None:
            low, high = map(Fraction, scale["linear"])
            part = min(max((value - low) / (high - low), Fraction(0)), Fraction(1))
            found = 100 * (part if up else 1 - part)
        for name, points in scale.get("map", {}).items(): found = Fraction(points) if (raw == name if value is None else number(name) == value) else found
        for band in scale.get("bands", []) if value is not None else []:
            if Fraction(band.get("from") or value) <= value < Fraction(band.get("below") or value + 1): found = Fraction(band["points"])
        return (None if found is None else half_up(found, POINT)), out

class Limit:
    """At least `low` and at most `high` of the selected in `track` (empty: any) with `value` in `field`."""
    def __init__(self, *parts): self.kind, self.track, self.field, self.value, self.low, self.high = parts
    def holds(self, person, track): return self.track in ("", track) and (not self.field or self.value in words_of(person, self.field))

def fillable(parts, low, high, left):
    """Are there whole numbers, 0..count for each part, that add up to `left` and keep all limits? Exact."""
    seen, supply, have, total = set(), [], [0] * len(low), 0
    for key, count in reversed(parts):
        total, have = total + count, [one + count * (at in key) for at, one in enumerate(have)]
        supply.insert(0, (total, have))
    def go(at, left, low, high):
        if left == 0 or at == len(parts): return left == 0 and max(low, default=0) <= 0
        total, have = supply[at]
        room = [min(left, most, some) for most, some in zip(high, have)]
        state = (at, left, tuple(max(0, one) for one in low), tuple(map(min, high, have)))
        if total < left or state in seen or any(one > most for one, most in zip(low, room)): return False
        if len(seen) > NODES: raise CannotSay("a search of more than %d steps" % NODES)
        key, count = parts[at]
        for take in range(min([count, left] + [high[one] for one in key]), -1, -1):
            less, more = ([one - take * (at in key) for at, one in enumerate(row)] for row in (low, high))
            if go(at + 1, left - take, less, more): return True
        seen.add(state)
        return False
    return go(0, left, low, high)

def by_track(spec, track, default): return (spec or {}).get("by_track", {}).get(track, (spec or {}).get("everywhere", default))

class Walk:
    """The strict merit walk over one pool: order, seats, ties, reserves, prizes."""
    def __init__(self, rules, people, pool, per_track, extra):
        self.rules, self.stage, self.people, self.pool = rules, rules["stage"], people, pool
        self.select, self.extra = rules["stage"]["selection"], {}
        tracks = rules.get("tracks") or [{"id": "all", "quota": {"max": None}}]
        self.tracks, spare = [one["id"] for one in tracks], self.stage.get("reserves")
        self.reserves = {one["id"]: by_track(spare, one["id"], one.get("reserves", 0)) for one in tracks}
        quota = {one["id"]: by_track(self.stage.get("quota"), one["id"], one["quota"]) for one in tracks}
        wish = {one: sum(one in choice for choice in pool.values()) for one in self.tracks}
        most = {one: quota[one]["max"] if per_track is None else per_track for one in self.tracks}
        seats = {one: wish[one] if most[one] is None else most[one] for one in self.tracks}
        base = {one: min(seats[one], wish[one]) for one in self.tracks}
        self.limits = [Limit("track", one, "", "", 0, seats[one]) for one in self.tracks]
        self.base = self.most(min(sum(base.values()), len(pool)))
        for one in self.limits: one.low = min(quota[one.track].get("min", 0), MANY if per_track is None else per_track)
        for rule in self.select.get("balance", []): self.balance(rule, {"": self.base} if rule.get("per") != "track" else base)
        for one in rules.get("groups", []) if any(one is not None for one in most.values()) else []:
            self.limits.append(Limit("group", "", "group", one["id"], one.get("seats", {}).get("min", 0), one.get("seats", {}).get("max") or MANY))
        for field, high in self.select.get("max_per", {}).items():
            every = sorted({one for person in people.values() for one in words_of(person, field)})
            self.limits += [Limit("label", "", field, label, 0, high) for label in every]
        self.whole = copy.deepcopy(self.limits)
        for name, track in extra:  # beside quota and shares, under the ceilings
            mine = [one for one in self.limits if one.kind != "track" and one.holds(people[name], track)]
            room = all(one.high > 0 for one in mine)
            self.extra.update({name: track} if room else {})
            for one in mine: one.high -= room
    def balance(self, rule, scopes):
        own, field = rule.get("each", rule), rule["field"]
        seen = {one for name in self.pool for one in words_of(self.people[name], field)} | ({"female", "male"} if field == "gender" else set())
        seen.update(*(one.get("values", []) for one in self.rules.get("fields", []) if one["id"] == field))
        others = {one for person in self.people.values() for one in words_of(person, field)}
        for track, seats in scopes.items():
            low = max(own.get("min", 0), math.ceil(Fraction(own.get("min_share", 0)) * seats))
            high = math.floor(Fraction(own["max_share"]) * seats) if "max_share" in own else MANY
            for value in [rule["value"]] if "value" in rule else sorted(seen | others):
                least = low if "value" in rule or value in seen else 0  # a value that only people beside the pool have
                self.limits.append(Limit("balance", track, field, value, least, min(high, own.get("max", MANY))))
    def sign(self, name, track): return track, tuple(at for at, one in enumerate(self.limits) if one.holds(self.people[name], track))
    def most(self, start):
        """The most seats that can be filled under all limits; below 0 where nothing keeps them. Begins a walk."""
        self.cell = {name: tuple(self.sign(name, one) for one in choice) for name, choice in self.pool.items()}
        self.free = {cell: list(self.cell.values()).count(cell) for cell in set(self.cell.values())}
        self.left, self.have, self.taken, self.closed = start, [0] * len(self.limits), {}, set()
        while self.left >= 0 and not self.possible([]): self.left -= 1
        return self.left
    def possible(self, wanted):
        """Whether the list can still be completed once `wanted` (cell, column) are in."""
        free, mine = dict(self.free), [at for _, column in wanted for at in column[1]]
        have = [had + mine.count(at) for at, had in enumerate(self.have)]
        for cell, _ in wanted: free[cell] -= 1
        low = [one.low - had for one, had in zip(self.limits, have)]
        high = [one.high - had for one, had in zip(self.limits, have)]
        if len(wanted) > self.left or min(high, default=0) < 0: return False
        merged, supply, rooms = {}, [0] * len(low), []
        open_ = {cell: [one for one in cell if (cell, one) not in self.closed] for cell in free}
        for cell, columns in open_.items():
            for at in {at for _, mine in columns for at in mine}: supply[at] += free[cell]
        order = [at for at in range(len(low)) if low[at] > 0 or supply[at] > high[at]]
        for cell, columns in sorted(open_.items()):
            own = (len(order) + len(rooms),) if len(columns) > 1 else ()
            rooms += [free[cell]] if own else []
            for _, mine in columns:
                key = tuple(order.index(at) for at in mine if at in order) + own
                merged[key] = merged.get(key, 0) + free[cell]
        low, high = [low[at] for at in order] + [0] * len(rooms), [high[at] for at in order] + rooms
        return fillable(sorted(merged.items(), key=lambda one: -len(one[0])), low, high, self.left - len(wanted))
    def column(self, name):
        """The first track into which a person can still be taken; the others are closed for good."""
        for place in ((self.cell[name], one) for one in self.cell[name]):
            if place not in self.closed and self.possible([place]): return place
            self.closed.add(place)
        return None
    def take(self, name, place):
        cell, (track, mine) = place or (None, (None, ()))
        if place: self.free[cell], self.left, self.taken[name] = self.free[cell] - 1, self.left - 1, track
        self.have = [had + (at in mine) for at, had in enumerate(self.have)]
    def order(self, keys, settle):
        """Blocks of people tied on everything, as [place, track, numbers], in the order in which they are asked."""
        scopes, self.blocks, place = {}, [], self.select.get("compare", "place" if len(self.tracks) > 1 else "score") == "place"
        for name, key in keys.items():
            scope = self.tracks.index(self.pool[name][0]) if place else 0
            scopes.setdefault(scope, {}).setdefault((key, settle(name)), []).append(name)
        for scope, tied in scopes.items():
            at = 1
            for key in sorted(tied):
                self.blocks.append([at if place else len(self.blocks), scope, sorted(tied[key])])
                at += len(tied[key])
        self.blocks.sort()
    def run(self, forced):
        """Walk down the order; `open` is the first tie that decides who is selected and that nothing settles."""
        self.open, able = [], self.most(self.base) >= 0
        for name in forced if able else []: self.take(name, self.column(name))
        for at, block in enumerate(self.blocks if able else []):
            free = {one: place for one in block[2] if one not in self.taken for place in [self.column(one)] if place}
            if len(block[2]) > 1 and free and self.decides(at, free):
                sure, tied = [], [one for one in block[2] if one not in self.taken] if self.possible(list(free.values())) else list(free)
                for one in free.values(): sure += [one] if self.possible(sure + [one]) else []
                self.open = [{"track": next(iter(free.values()))[1][0], "seats": len(sure), "among": tied, "place": "selected"}]
                break
            for name, place in free.items(): self.take(name, place)
        return self.left >= 0
    def decides(self, at, able):
        """Whether some order of the tied changes who is selected; by place, others are asked in between."""
        place, scope, names = self.blocks[at]
        if not self.possible(list(able.values())): return True
        between = [one[2] for one in self.blocks[at + 1:] if one[1] != scope and one[0] < place + len(names)]
        if self.possible([*able.values(), *(found for block in between for found in map(self.column, block) if found)]): return False
        if len(names) > 7 or any(len(block) > 1 for block in between): raise CannotSay("a tie whose places may matter: %s" % names)
        saved, lists = {key: copy.copy(vars(self)[key]) for key in ("free", "have", "taken", "closed", "left")}, set()
        for order in itertools.permutations(names):
            for block in sorted(self.blocks[at + 1:] + [[place + step, scope, [one]] for step, one in enumerate(order)]):
                for name in block[2]: self.take(name, None if name in self.taken else self.column(name))
            lists.add(frozenset(self.taken))
            vars(self).update({key: copy.copy(one) for key, one in saved.items()})
        return len(lists) > 1
    def stand_in(self, name, track):
        new = set(self.sign(name, track)[1])
        olds = [set(self.sign(other, where)[1]) for other, where in self.taken.items() if where == track]
        return any(all(self.have[one] < self.limits[one].high for one in new - old) and all(self.have[one] > self.limits[one].low for one in old - new) for old in olds)
    def waiting(self):
        """Reserves by number with their track; ties inside the list are added to `open`."""
        listed, left = {}, dict(self.reserves)
        for _, _, block in self.blocks:
            able = {}
            for name in block:
                fits = [one for one in self.pool[name] if left[one] and self.stand_in(name, one)]
                if fits and name not in self.taken: able.setdefault(fits[0], []).append(name)
            for track, names in able.items():
                tie = {"track": track, "seats": min(left[track], len(names)), "among": names, "place": "reserve"}
                self.open += [tie] if len(names) > 1 else []
                listed.update((one, track) for one in names if len(names) <= left[track])
                left[track] -= min(left[track], len(names))
        return listed
    def prizes(self, selected):
        """Prizes by final order (number -> name); ties across two prizes are added to `open`."""
        awards, places, won = self.stage.get("awards", {}), {}, {}
        ladder = [at for at, tier in enumerate(awards.get("tiers", [])) for _ in range(tier["places"])]
        for name in sorted((one for one in selected if one not in self.extra), key=self.rank):
            group = places.setdefault(selected[name] if awards.get("group_by") else "", list(ladder))
            won.update({name: group.pop(0)} if group else {})
        for _, _, block in self.blocks:
            mine = [one for one in block if one in won]
            if len({won[one] for one in mine}) > 1:
                best = min(won[one] for one in mine)
                self.open.append({"track": selected[mine[0]], "seats": sum(won[one] == best for one in mine), "among": mine, "place": "tier"})
        return {name: awards["tiers"][at]["name"] for name, at in won.items()}
    def ranked(self, names):  # by track, then by rank, people without a rank last
        return sorted(names, key=lambda one: (self.tracks.index(names[one]), self.rank(one)))
    def rank(self, name): return next((at for at, block in enumerate(self.blocks) if name in block[2]), MANY), name

def later(walk, decisions, chosen, waiting, gone, choice, able):
    """Decisions on a decided list: it is frozen, reserves move up in their order where ceilings and floors allow."""
    people, vacant, extra = walk.people, [], set(walk.extra)
    hard, kinds = [one for one in walk.whole if one.kind != "track"], dict.fromkeys(("documents", "licences", "statements"), "multi")
    kinds.update((one["id"], one["type"]) for one in walk.rules.get("fields", []))
    def count(one, extras): return sum(one.holds(people[name], track) for name, track in chosen.items() if extras or name not in extra)
    def above(name, track): return any(count(one, True) >= one.high for one in hard if one.holds(people[name], track))
    def below(name, track):
        left, lacks = list(vacant), {}
        left.remove(track)
        for one in hard:
            lack = one.low - count(one, False) - one.holds(people[name], track)
            scope = lacks.setdefault(one.field, {}).setdefault(one.track, {})
            scope[one.value] = max(0, lack, scope.get(one.value, 0))
        for field, scopes in lacks.items():
            add = max if kinds.get(field) == "multi" else sum  # one person may have several words
            apart = [one for track, one in scopes.items() if track]
            names = {value for one in scopes.values() for value in one}
            need = add(max(scopes.get("", {}).get(one, 0), sum(row.get(one, 0) for row in apart)) for one in names)
            if need > len(left) or any(add(one.values()) > left.count(track) for track, one in scopes.items() if track): return True
        return False
    for one in decisions:
        name, do = one.get("id"), one["do"]
        track = chosen.get(name) or waiting.get(name) or (*choice[name], "")[0]
        if do in ("withdraw", "disqualify"):
            vacant += [track] if name in chosen and name not in extra else []
            gone.update([name, chosen.pop(name, name), waiting.pop(name, name)])
        elif do == "reinstate" and name in gone:
            gone.remove(name)
            waiting.update({name: track} if name in able else {})
        elif do == "admit" and track and name not in chosen and not above(name, track):
            if one["seat"] == "extra" or (track in vacant and not below(name, track)):
                chosen[name], able = waiting.pop(name, track), able | {name}
                extra.add(name) if one["seat"] == "extra" else vacant.remove(track)
        for _ in list(vacant):
            fits = [name for name, track in waiting.items() if track in vacant and not (above(name, track) or below(name, track))]
            chosen.update({name: vacant.pop(vacant.index(waiting.pop(name))) for name in fits[:1]})

def fold(events, decisions, name, rules, pool):
    """Locks, draws and state of a stage; every digest and seed in the record is worked out again."""
    now = dict(rules=None, pool=None, settled=[], frozen=None, status="proposed", curate={}, result=None)
    for one in events:
        count, kind = one["decisions"]["count"], one["event"] if one["stage"] == name else ""
        before = sha(canonical({"tag": "ikmctl/decisions/v1", "decisions": decisions[:count]}))
        check("decisions at " + one["event"], one["decisions"]["digest"], before)
        if kind not in ("", "curate"): check("list decided before " + kind, now["status"] == "decided", kind == "reopen")
        if kind in ("lock", "curate"): now[one["what"] if kind == "lock" else kind] = one
        elif kind == "draw":
            now["settled"].append(one)
            if not one.get("lots"):
                words = [now["rules"]["rules"], now["pool"]["pool"], "".join(one["value"].split()).lower()]
                check("seed", one["seed"], sha("\n".join(["ikmctl/seed/v1", rules["id"], name] + words)))
        elif kind == "void": now["settled"].pop()
        elif kind:
            now["status"] = {"announce": "announced", "finalize": "decided", "reopen": "proposed"}[kind]
            now["frozen"], now["result"] = (count, one["result"]) if kind == "finalize" else (None, None)
    if now["rules"]: check("rules against their lock", sha(read(name, "rules.json")), now["rules"]["rules"])
    if now["pool"]:
        own = [one for one in decisions[: now["pool"]["decisions"]["count"]] if one["stage"] == name]
        check("pool against its lock", sha(canonical(dict(pool, decisions=own))), now["pool"]["pool"])
    return now

def scores(name, rules, scoring, people):
    spec, select, keys, whole, eligible, raws = rules["stage"], rules["stage"]["selection"], {}, {}, set(), {}
    criteria, order = spec.get("criteria", []), [] if spec.get("criteria") else spec.get("order", [])
    names, unit = [one["id"] for one in criteria], POINT * sum(one["weight"] for one in criteria)
    if spec.get("method", "weighted_sum") != "weighted_sum": raise CannotSay("scores by method " + spec["method"])
    for row in table(name, "scores.csv"):
        who, points, out, first = row["number"], {}, False, []
        for one in criteria:
            try: found, bad = scoring.points(one, people[who])
            except CannotSay as limit:  # then the kit's own points are taken
                unsure.append("points of criterion %s: %s" % (one["id"], limit))
                found, bad = (half_up(Fraction(row[one["id"]]), POINT) if row[one["id"]] else None), False
            points.update({} if found is None else {one["id"]: found})
            out = out or bad
        cells = {one: fixed(Fraction(value, POINT), 4) for one, value in points.items()}
        if criteria and len(points) == len(criteria):
            key = sum(one["weight"] * points[one["id"]] for one in criteria)
            cells.update(key=str(key), score=fixed(Fraction(key, unit), 6))
            whole[who], first = Fraction(key, unit), [-key]
        check("points, sum and score of " + who, *([cell.get(one, "") for one in names + ["key", "score"]] for cell in (row, cells)))
        raws[who] = [scoring.raw(one["by"], people[who]) for one in order]
        if row["eligible"] == "true":
            eligible.add(who)
            out = out or whole.get(who, MANY) < Fraction(spec.get("threshold", 0))
            check("verdict on " + who, (out, len(points), None in raws[who]), (False, len(criteria), False))
        keys[who] = first + [-points.get(one, -1) for one in select["ties"] if one not in ("panel", "ticket")]
    for at, one in enumerate(order):
        seen = {row[at] for row in raws.values() if row[at] is not None}
        sign = str if any(number(cell) is None for cell in seen) else number
        ranks = sorted({sign(cell) for cell in seen})
        for who, row in raws.items():
            rank = MANY if row[at] is None else ranks.index(sign(row[at]))
            keys[who].insert(at, -rank if one.get("direction") == "descending" else rank)
    return {who: () if select["mode"] == "lottery" else tuple(key) for who, key in keys.items()}, whole, eligible

def inputs(rules, pool, own, chosen):
    """People and marks of pool.json, which must say what the CSV files and decisions say."""
    rows = {row["number"]: {key: cell for key, cell in row.items() if cell} for row in table("participants.csv")}
    if chosen is not None:  # a later stage: the selected of the stage before, with corrected facts, in the track they were given
        rows = {who: {key: cell for key, cell in row.items() if cell and key != "track_2"} for who, row in chosen.items()}
    people = {one["number"]: dict(one) for one in pool["participants"]}
    for who in sorted(set(rows) | set(people)): check("participant " + who, rows.get(who), people.get(who))
    marks = {(one["number"], one["mark"], one.get("item", ""), one.get("by", "")): one["value"] for one in pool["marks"]}
    found = {(row["number"], row["mark"], row["item"], row["by"]): row["value"] for row in table("marks.csv")}
    check("marks.csv", {key: cell for key, cell in found.items() if key[1] in rules.get("marks", {})}, marks)
    check("decisions in pool.json", pool["decisions"], own)
    return people, marks

def stage(name, carried, chosen):
    """Recompute one stage and compare it with what the kit says; gives the scores and the selected with their tracks."""
    document, pool, told = (json.loads(read(name, one)) for one in ("rules.json", "pool.json", "list.json"))
    decisions, events, rules = json.loads(read("decisions.json")), json.loads(read("events.json")), document["rules"]
    if document["engine"] != ENGINE: raise CannotSay("rules of engine %s" % document["engine"])
    select = rules["stage"]["selection"] = dict({"ties": ["ticket"], "mode": "strict"}, **rules["stage"].get("selection", {}))
    check("rules digest", told["rules"], sha(read(name, "rules.json")))
    check("pool digest", told["pool"], sha(read(name, "pool.json")))
    now = fold(events, decisions, name, rules, pool)
    check("status", told["status"], now["status"])
    people, marks = inputs(rules, pool, [one for one in decisions if one["stage"] == name], chosen)
    sources = str([one.get("source", one.get("by")) for key in ("criteria", "order") for one in rules["stage"].get(key, [])])
    used = {one: {who: str(found) for who, found in carried_from(one, carried).items() if who in people}
            for one in re.findall(r"'stage\.([\w-]+)\.score'", sources)}
    check("scores of earlier stages", pool.get("carried", {}), {one: row for one, row in used.items() if row})
    cut, out, admitted, orders = len(decisions) if now["frozen"] is None else now["frozen"], set(), {}, []
    for one in (one for one in decisions[:cut] if one["stage"] == name):
        who, do = one.get("id"), one["do"]
        out = out | {who} if do in ("withdraw", "disqualify") else out - {who} if do in ("reinstate", "admit") else out
        admitted.update({who: one["seat"]} if do == "admit" else {})
        orders.insert(0, one.get("ids", []))
        key = one.get("field") or (who, one.get("mark"), one.get("item", ""), one.get("judge", ""))
        (people[who] if "field" in one else marks).update({key: one["new"]} if do == "correct" else {})
    keys, whole, eligible = scores(name, rules, Scoring(rules, pool["recusals"], marks, carried), people)
    tracks, first = ([one["id"] for one in rules.get("tracks", [])], ["track", "track_2"][: 1 + bool(select.get("second_choice"))])
    choice = {who: tuple(dict.fromkeys(one[at] for at in first if one.get(at) in tracks)) if tracks else ("all",)
              for who, one in people.items()}
    extra, forced = ([one for one in sorted(admitted) if admitted[one] == kind and one not in out] for kind in ("extra", "quota"))
    inside = [one for one in sorted((eligible - out - set(extra)) | set(forced)) if choice[one]]
    drawn = "ticket" in select["ties"] or select["mode"] == "lottery"
    lots = [one["lots"] for one in reversed(now["settled"]) if one.get("lots") and drawn]
    draws = [one for one in now["settled"] if not one.get("lots")][-1:]
    seed, since = [one["seed"] for one in draws if drawn], [one for draw in draws for one in decisions[draw["decisions"]["count"]:cut]]
    entered = {one.get("id") for one in since if one["stage"] == name and one["do"] in ("admit", "reinstate", "correct")}
    check("late without a decision after the draw", sorted(set(told["late"]) - entered), [])
    def settle(who):
        ticket = sha("\n".join(["ikmctl/ticket/v1", seed[0], who])) if seed else ""
        said = (rows.index(who) if who in rows else len(rows) for rows in (orders if "panel" in select["ties"] else []) + lots)
        return tuple(said), bool(seed) and who in told["late"], ticket
    walk = Walk(rules, people, {one: choice[one] for one in inside}, now["curate"].get("per_track"), [(one, choice[one][0]) for one in extra])
    walk.order({one: keys[one] for one in inside if one in eligible}, settle)
    able, base, two = walk.run(forced), told["base"], ("selected", "reserves")
    chosen = dict(walk.taken, **walk.extra) if able else {}
    waiting, won = {} if walk.open or not able else walk.waiting(), walk.prizes(chosen) if able else {}
    check("rules that no list can keep", bool(base["infeasible"]), not able)
    def listed(names): return [[names[one], one, fixed(whole[one], 6) if one in whole else "", won.get(one, "")] for one in walk.ranked(names)]
    for key, found in zip(two, (listed(chosen), listed(waiting))): check(key, [[one["track"], one["id"], one.get("score", ""), one.get("tier", "")] for one in base[key]], found)
    check("open ties", base["undecided"], walk.open)
    def result(of):
        lists = {key: [{at: one[at] for at in one if at not in ("score", "tier")} for one in of[key]] for key in two}
        return sha(canonical(dict(lists, tag="ikmctl/result/v1", stage=name, undecided=of["undecided"], pending=of["pending"])))
    check("result against the decree", now["result"] or result(base), result(base))
    later(walk, [one for one in decisions[cut:] if one["stage"] == name], chosen, waiting, out, choice, eligible | set(admitted))
    for key, found in zip(two, (chosen, waiting)):
        check("list now: " + key, sorted([one["track"], one["id"]] for one in told[key]), sorted([found[one], one] for one in found))
        if not decisions[cut:]: check("list now in full: " + key, told[key], base[key])
    text, own = read(name, "shortlist.yaml").replace('"', "").splitlines(), [one for one in events if one["stage"] == name]
    def of(acts): return sha(canonical({"tag": "ikmctl/events/v1", "events": acts}))
    if any(row.startswith("words: ") for row in text):  # older lists carry no digest of their events
        check("events of the list", [row[8:] for row in text if row.startswith("events: ")], [of(own)] if own else [])
    rows = [row for row in text if "  - {" in row and "among:" not in row]
    lines = ["track: %s, id: %s, %sbecause: %s" % (one["track"], one["id"], "score: %s, " % one["score"] if "score" in one else "",
             one["because"]) for one in told["selected"] + told["reserves"]]
    check("shortlist.yaml", [row[5:5 + len(line)] for row, line in zip(rows, lines)] + rows[len(lines):], lines)
    printed = (("rules", told["rules"]), ("pool locked", now["pool"] and now["pool"]["pool"]), ("pool", told["pool"]),
               ("result decided", decisions[cut:] and result(base)), ("result", result(told)), *(("record %d" % (at + 1), of(own[:at + 1])) for at in range(len(own))))
    digests.extend("%s: %s %s" % (name, *one) for one in printed if one[1])
    for who, track in chosen.items(): people[who].update({"track": track} if rules.get("tracks") else {})
    return whole, {who: people[who] for who in chosen}

def why(fault): return str(fault) if isinstance(fault, CannotSay) else "a file is not as ikmctl writes it (%s: %.80s)" % (type(fault).__name__, fault)
def main():
    kit, carried, chosen = {"program": "?"}, {}, {}
    try:
        kit.update(json.loads(read("kit.json")))
        sums = {line[66:]: line[:64] for line in read("SHA256SUMS").splitlines()}
        for name in sums: check("file " + name, sha(raw(name)), sums[name])
        names, found = sorted(one["id"] for one in kit["stages"]), sorted(os.listdir(FOLDER))
        check("stages", [one for one in found if os.path.isfile(os.path.join(FOLDER, one, "list.json"))], names)
        used = INPUTS + ["%s/%s" % (name, one) for name in names for one in OUTPUTS]
        check("files without a digest", sorted(set(used) - set(sums)), [])
        if not names: raise CannotSay("there is no list in this kit")
        for one in kit["stages"]:
            try:
                before = carried_from(one["from"], chosen) if one["from"] else None
                carried[one["id"]], chosen[one["id"]] = stage(one["id"], carried, before)
            except Exception as fault: unsure.append("stage %s: %s" % (one["id"], why(fault)))
    except Exception as fault: unsure.append(why(fault))
    told = ["DIFFERS: " + one for one in differs] + ["CANNOT SAY: " + one for one in sorted(set(unsure))]
    print("\n".join(told + ([] if differs else digests) + ["%s: %s (%d comparisons)" % (
        kit["program"], "DIFFERS" if differs else "CANNOT SAY" if unsure else "MATCH", len(agreed))]))
    return 1 if differs else 2 if unsure else 0
if __name__ == "__main__":
    if not os.path.isfile(os.path.join(FOLDER, "kit.json")): sys.exit(print(__doc__) or 2)
    if hasattr(sys.stdout, "reconfigure"): sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
