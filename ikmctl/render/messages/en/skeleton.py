"""The commented program.yaml that `init` writes, in English. `<<name>>` is filled in; `KINDS` are its bodies."""

HEAD = """\
# yaml-language-server: $schema=../program.schema.json
# The rules of one program. Edit them here, check with `ikmctl validate`, then lock with `ikmctl lock rules`
# BEFORE marks arrive. What a key means: `ikmctl explain tracks.quota`.
format: 1
id: <<id>>
title: <<title>>
organizer: Dinas Perindustrian          # who runs it
# region: "33.24"                       # Kemendagri code of the regency or city
# venue: Name of the building, town
dates: {start: <<start>>, end: <<end>>, off: [], sessions_per_day: 1}
# schedule: {announce: <<end>>, objection: {start: <<end>>, end: <<end>>}}
as_of: <<start>>                       # ages and business years are counted on this day
unit: person                            # person | business | sentra
identity: nik                           # or nib, registration, or a list of columns
language: id
"""

KINDS = {
    "curation": """\

tracks:                                 # fields of training; quota = seats on the shortlist
  - {id: track-one, name: Track One, quota: 10, reserves: 3}
  - {id: track-two, name: Track Two, quota: 10, reserves: 3}

marks:                                  # every raw observation that will be imported
  post_test: {name: Post-test, per: participant, stage: curation, min: 0, max: 100}
  # every session of every training day; H present, S ill, I excused, A absent
  # attendance: {name: Attendance, per: session, stage: curation, codes: {H: 1, S: 0, I: 0, A: 0}}
  # one mark per item from each judge
  # practice: {name: Practical work, per: judge, stage: curation, min: 1, max: 5, items: [hasil, kerapian]}

stages:
  - id: curation
    name: Curation                          # name: printed on papers; commands take the id
    # uncomment what your guideline asks; `basis` is printed with the reason
    # eligibility:
    #   - {rule: age, min: 18, max: 55, basis: "Juknis, huruf C.1"}     # on the day as_of
    #   - {rule: domicile, within: "33.24"}                             # lives in the regency, by Kemendagri code
    #   - {rule: not_one_of, field: occupation, values: [ASN, TNI, Polri]} # civil servants, army, police are out
    #   - {rule: attendance, min_sessions: 4}
    criteria:                           # weights are whole numbers; shares are taken of their sum
      - {id: post_test, source: marks.post_test, direction: benefit, scale: {linear: [0, 100]}, weight: 100, missing: pending}
    selection:
      compare: place                    # place: within the own track; score: one order for all
      # balance:
      #   - {field: gender, value: female, min_share: 0.3}      # at least 30 % women of all seats
      # max_per: {household: 1}                                 # one person of each household
      ties: [post_test, ticket]         # equal scores: the post-test decides, then a public draw
""",
    "awards": """\

tracks:                                 # categories; with `group_by: track` each has prizes of its own
  - {id: makanan, name: Makanan, quota: 2}
  - {id: kriya, name: Kriya, quota: 2}
  - {id: jasa, name: Jasa, quota: 2}

marks:                                  # judged items, 1 to 10 each
  pitch: {name: Pitch, per: judge, stage: final, min: 1, max: 10, items: [gagasan, pasar, kelayakan]}

stages:
  - id: final
    name: Final                             # name: printed on papers; commands take the id
    # uncomment what your guideline asks; `basis` is printed with the reason
    # eligibility:
    #   - {rule: domicile, within: "33.75"}                             # lives in the regency, by Kemendagri code
    criteria:                           # weights are whole numbers; shares are taken of their sum
      - {id: pitch, source: marks.pitch, direction: benefit, scale: {linear: [1, 10]}, weight: 100, missing: pending}
    selection:
      compare: score                    # all categories in one order
      ties: [pitch, panel, ticket]
    awards:                             # places must sum to the seats
      tiers:
        - {name: Juara I, places: 2, amount: 3000000}
        - {name: Juara II, places: 2, amount: 2400000}
        - {name: Juara III, places: 2, amount: 1800000}
      on_withdraw: move_up              # a winner withdraws: those behind move up; or fill_last
      # budget: 14400000                # what all prizes together cost

panel:
  aggregate: mean                       # mean | adjusted | trimmed
  incomplete: stop                      # stop | mean_of_present
  # judges by role; names stay out of this file
  judges: [{id: J1, role: akademisi}, {id: J2, role: praktisi}, {id: J3, role: dinas}]
""",
    "sentra": """\

tracks:
  - {id: kelas, name: Kelas, quota: 30, reserves: 5}

groups:                                 # centres that nominate people; seats: fewest and most of each
  # dak, priority: words of your own, for rules and order
  - {id: sentra-satu, name: Sentra Satu, dak: ya, priority: ya, seats: {min: 1, max: 4}}
  - {id: sentra-dua, name: Sentra Dua, dak: ya, priority: tidak, seats: {min: 1, max: 4}}

stages:
  - id: selection
    name: Selection                         # name: printed on papers; commands take the id
    criteria: []                        # no scores: ordered by the number on the centre's list
    order: [{by: fields.nomination_rank, direction: ascending}]
    # uncomment what your guideline asks; `basis` is printed with the reason
    # eligibility:
    #   - {rule: nominated}                                     # only people on a centre's list
    #   - {rule: group, attribute: priority, values: [ya]}      # only priority centres with DAK support
    selection: {ties: [ticket]}         # equal numbers: a public draw decides
""",
    "class": """\

tracks:
  - {id: kelas, name: Kelas, quota: {min: 15, max: 20}, reserves: 3} # opens from 15 people, takes 20 at most

marks:                                  # two pages: attendance to sign, marks to enter: `ikmctl sheets blank`
  # every session of every training day; H present, S ill, I excused, A absent
  attendance: {name: Attendance, per: session, stage: certification, codes: {H: 1, S: 0, I: 0, A: 0}}
  post_test: {name: Post-test, per: participant, stage: certification, min: 0, max: 100}

stages:
  - id: admission                       # who enters the class
    name: Admission                         # name: printed on papers; commands take the id
    criteria: []                        # no scores: ordered by the number on the centre's list
    order: [{by: fields.nomination_rank, direction: ascending}]
    # uncomment what your guideline asks; `basis` is printed with the reason
    # eligibility:
    #   - {rule: age, min: 18, max: 55, basis: "Juknis, huruf C.1"}
  - id: certification                   # who earns the certificate
    name: Certification
    from: admission                     # only those who entered
    quota: all                          # everybody who passes, no limit
    eligibility:
      - {rule: attendance, min_share: 0.9}      # at least 90 % of all sessions
    criteria:
      # below 60 is out: `threshold: 60`
      - {id: post_test, source: marks.post_test, direction: benefit, scale: {linear: [0, 100]}, weight: 100, threshold: 60, missing: pending}
""",
    "match": """\

# dates may go: a partnership needs no training dates
fields:
  - {id: price, type: rupiah, sensitive: false, headers: [Harga Satuan]}       # offered to the firms
  - {id: lines, type: integer, min: 0, max: 9, headers: [Sanggup Memasok]}     # demand lines that a member can serve

stages:                                 # demand lines: partners.yaml, or `ikmctl import FILE.xlsx --as partners`
  - id: partners
    name: Partnership                       # name: printed on papers; commands take the id
    kind: match
    lines_per_member: fields.lines
    eligibility:
      - {rule: consent}                 # without it a member appears nowhere
      - {rule: kbli}                    # the code that the firm asks for
      - {rule: papers, severity: fix}   # `fix`: what is missing goes to the gap list
      # - {rule: volume, min_share: 0.2, severity: fix}
      # - {rule: price, max_ratio: 1.3, severity: fix}
    criteria:
      - {id: volume, name: Capacity against demand, source: {ratio: [fields.capacity, line.volume]}, direction: benefit, scale: {linear: [0.2, 1]}, weight: 60, missing: worst}
      - {id: price, name: Price against the firm's, source: {ratio: [fields.price, line.price]}, direction: cost, scale: {linear: [0.9, 1.3]}, weight: 40, missing: worst}
    selection: {ties: [volume, price, panel]}
""",
}
