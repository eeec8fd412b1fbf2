"""The commented program.yaml that `init` writes, in Indonesian. `<<name>>` is filled in; `KINDS` are its bodies."""

HEAD = """\
# yaml-language-server: $schema=../program.schema.json
# Aturan satu program. Ubah di sini, periksa dengan `ikmctl validate`, lalu segel dengan `ikmctl lock rules`
# SEBELUM nilai masuk. Arti tiap kunci: `ikmctl explain tracks.quota`.
format: 1
id: <<id>>
title: <<title>>
organizer: Dinas Perindustrian          # penyelenggara
# region: "33.24"                       # kode Kemendagri kabupaten/kota
# venue: Nama gedung, kota
dates: {start: <<start>>, end: <<end>>, off: [], sessions_per_day: 1}
# schedule: {announce: <<end>>, objection: {start: <<end>>, end: <<end>>}}
as_of: <<start>>                       # umur dan lama usaha dihitung pada hari ini
unit: person                            # person | business | sentra
identity: nik                           # atau nib, registration, atau daftar kolom
language: id
"""

KINDS = {
    "curation": """\

tracks:                                 # bidang pelatihan; quota = kursi pada daftar terpilih
  - {id: bidang-satu, name: Bidang Satu, quota: 10, reserves: 3}
  - {id: bidang-dua, name: Bidang Dua, quota: 10, reserves: 3}

marks:                                  # setiap nilai mentah yang akan diimpor
  post_test: {name: Tes akhir, per: participant, stage: curation, min: 0, max: 100}
  # setiap sesi setiap hari pelatihan; H hadir, S sakit, I izin, A alpa
  # attendance: {name: Kehadiran, per: session, stage: curation, codes: {H: 1, S: 0, I: 0, A: 0}}
  # satu nilai per butir dari tiap juri
  # practice: {name: Nilai praktik, per: judge, stage: curation, min: 1, max: 5, items: [hasil, kerapian]}

stages:
  - id: curation
    name: Kurasi                            # name: tercetak di dokumen; perintah memakai id
    # buka tanda # pada yang diminta juknis; `basis` dicetak bersama alasannya
    # eligibility:
    #   - {rule: age, min: 18, max: 55, basis: "Juknis, huruf C.1"}     # pada hari as_of
    #   - {rule: domicile, within: "33.24"}                             # berdomisili di kabupaten ini, menurut kode Kemendagri
    #   - {rule: not_one_of, field: occupation, values: [ASN, TNI, Polri]} # ASN, TNI dan Polri tidak boleh ikut
    #   - {rule: attendance, min_sessions: 4}
    criteria:                           # bobot bilangan bulat; bagiannya dihitung dari jumlah semua bobot
      - {id: post_test, source: marks.post_test, direction: benefit, scale: {linear: [0, 100]}, weight: 100, missing: pending}
    selection:
      compare: place                    # place: urutan di bidangnya; score: satu urutan untuk semua
      # balance:
      #   - {field: gender, value: female, min_share: 0.3}      # paling sedikit 30 % kursi untuk perempuan
      # max_per: {household: 1}                                 # satu orang dari tiap rumah tangga
      ties: [post_test, ticket]         # nilai sama: post-test yang memutus, lalu undian terbuka
""",
    "awards": """\

tracks:                                 # kategori; dengan `group_by: track` masing-masing punya hadiah sendiri
  - {id: makanan, name: Makanan, quota: 2}
  - {id: kriya, name: Kriya, quota: 2}
  - {id: jasa, name: Jasa, quota: 2}

marks:                                  # butir yang dinilai, masing-masing 1 sampai 10
  pitch: {name: Paparan, per: judge, stage: final, min: 1, max: 10, items: [gagasan, pasar, kelayakan]}

stages:
  - id: final
    name: Babak final                       # name: tercetak di dokumen; perintah memakai id
    # buka tanda # pada yang diminta juknis; `basis` dicetak bersama alasannya
    # eligibility:
    #   - {rule: domicile, within: "33.75"}                             # berdomisili di kabupaten ini, menurut kode Kemendagri
    criteria:                           # bobot bilangan bulat; bagiannya dihitung dari jumlah semua bobot
      - {id: pitch, source: marks.pitch, direction: benefit, scale: {linear: [1, 10]}, weight: 100, missing: pending}
    selection:
      compare: score                    # semua kategori dalam satu urutan
      ties: [pitch, panel, ticket]
    awards:                             # jumlah places harus sama dengan jumlah kursi
      tiers:
        - {name: Juara I, places: 2, amount: 3000000}
        - {name: Juara II, places: 2, amount: 2400000}
        - {name: Juara III, places: 2, amount: 1800000}
      on_withdraw: move_up              # bila pemenang mundur, yang di bawahnya naik; atau fill_last
      # budget: 14400000                # jumlah seluruh hadiah

panel:
  aggregate: mean                       # mean | adjusted | trimmed
  incomplete: stop                      # stop | mean_of_present
  # juri menurut asalnya; nama tidak ditulis di sini
  judges: [{id: J1, role: akademisi}, {id: J2, role: praktisi}, {id: J3, role: dinas}]
""",
    "sentra": """\

tracks:
  - {id: kelas, name: Kelas, quota: 30, reserves: 5}

groups:                                 # sentra yang mengusulkan peserta; seats: paling sedikit dan paling banyak
  # dak, priority: kata pilihan sendiri, untuk syarat dan urutan
  - {id: sentra-satu, name: Sentra Satu, dak: ya, priority: ya, seats: {min: 1, max: 4}}
  - {id: sentra-dua, name: Sentra Dua, dak: ya, priority: tidak, seats: {min: 1, max: 4}}

stages:
  - id: selection
    name: Seleksi                           # name: tercetak di dokumen; perintah memakai id
    criteria: []                        # tanpa nilai: diurutkan menurut nomor di daftar usulan sentra
    order: [{by: fields.nomination_rank, direction: ascending}]
    # buka tanda # pada yang diminta juknis; `basis` dicetak bersama alasannya
    # eligibility:
    #   - {rule: nominated}                                     # hanya yang ada di daftar usulan sentra
    #   - {rule: group, attribute: priority, values: [ya]}      # hanya sentra prioritas yang didukung DAK
    selection: {ties: [ticket]}         # nomor sama: undian terbuka yang memutus
""",
    "class": """\

tracks:
  - {id: kelas, name: Kelas, quota: {min: 15, max: 20}, reserves: 3} # dibuka mulai 15 orang, paling banyak 20

marks:                                  # dua halaman: daftar hadir dan isian nilai: `ikmctl sheets blank`
  # setiap sesi setiap hari pelatihan; H hadir, S sakit, I izin, A alpa
  attendance: {name: Kehadiran, per: session, stage: certification, codes: {H: 1, S: 0, I: 0, A: 0}}
  post_test: {name: Tes akhir, per: participant, stage: certification, min: 0, max: 100}

stages:
  - id: admission                       # siapa yang masuk kelas
    name: Penerimaan                        # name: tercetak di dokumen; perintah memakai id
    criteria: []                        # tanpa nilai: diurutkan menurut nomor di daftar usulan sentra
    order: [{by: fields.nomination_rank, direction: ascending}]
    # buka tanda # pada yang diminta juknis; `basis` dicetak bersama alasannya
    # eligibility:
    #   - {rule: age, min: 18, max: 55, basis: "Juknis, huruf C.1"}
  - id: certification                   # siapa yang mendapat sertifikat
    name: Kelulusan
    from: admission                     # hanya yang masuk kelas
    quota: all                          # semua yang lulus, tanpa batas
    eligibility:
      - {rule: attendance, min_share: 0.9}      # paling sedikit 90 % dari semua sesi
    criteria:
      # di bawah 60 gugur: `threshold: 60`
      - {id: post_test, source: marks.post_test, direction: benefit, scale: {linear: [0, 100]}, weight: 100, threshold: 60, missing: pending}
""",
    "match": """\

# dates boleh dihapus: kemitraan tidak perlu tanggal pelatihan
fields:
  - {id: price, type: rupiah, sensitive: false, headers: [Harga Satuan]}       # ditawarkan kepada perusahaan
  - {id: lines, type: integer, min: 0, max: 9, headers: [Sanggup Memasok]}     # berapa kebutuhan yang sanggup dipasok

stages:                                 # kebutuhan perusahaan: partners.yaml, atau `ikmctl import FILE.xlsx --as partners`
  - id: partners
    name: Kemitraan                         # name: tercetak di dokumen; perintah memakai id
    kind: match
    lines_per_member: fields.lines
    eligibility:
      - {rule: consent}                 # tanpa persetujuan, anggota tidak muncul di mana pun
      - {rule: kbli}                    # kode yang diminta perusahaan
      - {rule: papers, severity: fix}   # `fix`: yang kurang masuk daftar kekurangan
      # - {rule: volume, min_share: 0.2, severity: fix}
      # - {rule: price, max_ratio: 1.3, severity: fix}
    criteria:
      - {id: volume, name: Kapasitas terhadap kebutuhan, source: {ratio: [fields.capacity, line.volume]}, direction: benefit, scale: {linear: [0.2, 1]}, weight: 60, missing: worst}
      - {id: price, name: Harga terhadap harga perusahaan, source: {ratio: [fields.price, line.price]}, direction: cost, scale: {linear: [0.9, 1.3]}, weight: 40, missing: worst}
    selection: {ties: [volume, price, panel]}
""",
}
