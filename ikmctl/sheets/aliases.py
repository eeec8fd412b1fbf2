"""Headers by which offices name the known registration columns, in Indonesian and English.

One entry per field: `field: alias, alias, ...`, continued on indented lines. Matching ignores case,
punctuation, numbering and text in brackets, so an alias is written once in lower case without them.
"""

from typing import Final

_PERSON: Final = """
number: no peserta, nomor peserta, no pendaftaran, nomor pendaftaran, no registrasi, nomor registrasi, kode peserta,
    id peserta, no reg, no daftar, number, participant number, registration number, registration no, participant id,
    kode pendaftaran, kode registrasi, nomor daftar
registered_at: waktu pendaftaran, timestamp, cap waktu, stempel waktu, tanggal pendaftaran, tgl pendaftaran, tanggal
    daftar, tgl daftar, waktu daftar, registered at, registration date, submitted at, waktu pengisian, tanggal
    pengisian, waktu kirim
name: nama lengkap, nama, nama peserta, nama calon peserta, nama pendaftar, nama lengkap peserta, nama pemohon, nama
    ktp, nama sesuai ktp, nama lengkap sesuai ktp, nama tanpa gelar, name, full name, participant name, nama dan
    gelar, nama lengkap dan gelar, nama siswa
nik: nik, nomor induk kependudukan, no ktp, nomor ktp, no nik, nomor nik, nik ktp, no induk kependudukan, nomor
    induk kependudukan nik, nomor identitas, no identitas, no identitas ktp, nomor identitas ktp, national id, id
    card number, identity number, nik pemilik, nik peserta, no ktp nik, nik no ktp
family_card: no kk, nomor kk, nomor kartu keluarga, no kartu keluarga, kk, kartu keluarga, nkk, family card, family
    card number, nomor kartu keluarga kk
npwp: npwp, no npwp, nomor npwp, nomor pokok wajib pajak, npwp usaha, npwp pribadi, tax number, tax id, no npwp
    usaha, nomor npwp usaha
phone: no hp, nomor hp, no hp wa, nomor hp wa, no telepon, nomor telepon, no telp, telp, telepon, hp, no wa, nomor
    wa, no whatsapp, nomor whatsapp, whatsapp, wa, no handphone, nomor handphone, handphone, no hp whatsapp, nomor
    hp whatsapp, nomor telepon hp, no telepon hp, no telp hp, nomor telepon wa, no telepon wa, kontak, no kontak,
    nomor kontak, contact person, cp, no tlp, tlp, no hp aktif, nomor hp aktif, nomor telepon seluler, no seluler,
    telepon seluler, phone, phone number, mobile, mobile phone, mobile number, whatsapp number, no tel, nomor tlp,
    nomor hp aktif wa, no hp yang terhubung wa, no hp yang terhubung whatsapp
email: email, alamat email, e mail, alamat e mail, surel, email address, e mail address, nama pengguna, username
birth_place: tempat lahir, kota lahir, place of birth, birth place, birthplace, tmp lahir, tmpt lahir
birth_date: tanggal lahir, tgl lahir, tempat tanggal lahir, tempat dan tanggal lahir, ttl, tempat tgl lahir, tempat
    dan tgl lahir, date of birth, birth date, birthdate, birthday, dob, tanggal kelahiran
age: usia, umur, usia tahun, umur tahun, age
gender: jenis kelamin, l p, p l, jk, kelamin, jns kelamin, j k, gender, sex, lk pr, laki laki perempuan
religion: agama, religion
marital: status perkawinan, status pernikahan, status kawin, status nikah, marital status
mother_name: nama ibu kandung, ibu kandung, nama ibu, mother s name, mother name
education: pendidikan terakhir, pendidikan, jenjang pendidikan, tingkat pendidikan, pend terakhir, pendidikan akhir,
    ijazah terakhir, education, last education, education level
occupation: pekerjaan, pekerjaan saat ini, pekerjaan sekarang, profesi, occupation, job, status pekerjaan
disability: disabilitas, penyandang disabilitas, jenis disabilitas, difabel, status disabilitas, disability,
    kebutuhan khusus, ragam disabilitas, apakah anda penyandang disabilitas, apakah penyandang disabilitas
account: no rekening, nomor rekening, rekening, rekening bank, bank account, account number, norek
position: jabatan, posisi, jabatan di usaha, jabatan dalam usaha, position, role, jabatan di sentra, jabatan di
    kelompok
household: rumah tangga, kode rumah tangga, household
consent: persetujuan, setuju, persetujuan data, persetujuan penggunaan data, persetujuan data pribadi, pernyataan
    persetujuan, consent
statements: pernyataan, surat pernyataan, statements, pernyataan peserta
documents: dokumen, kelengkapan dokumen, berkas, kelengkapan berkas, dokumen persyaratan, berkas persyaratan,
    dokumen yang dilampirkan, documents
previous_aid_year: tahun bantuan terakhir, tahun terakhir menerima bantuan, bantuan terakhir tahun, previous aid
    year, tahun pelatihan terakhir, tahun menerima bantuan, tahun terakhir mengikuti pelatihan, tahun terakhir ikut
    pelatihan
social_media: media sosial, akun media sosial, sosial media, medsos, instagram, akun instagram, facebook, social
    media, ig, website, instagram usaha, akun medsos, media sosial usaha
"""

_PLACE: Final = """
address: alamat, alamat lengkap, alamat rumah, alamat domisili, alamat tinggal, alamat tempat tinggal, jalan, alamat
    ktp, alamat sesuai ktp, domisili, address, home address, alamat jalan, dusun, alamat peserta, alamat domisili
    saat ini, alamat saat ini, alamat tinggal saat ini
rt: rt
rw: rw
village: desa kelurahan, kelurahan desa, desa, kelurahan, kel desa, desa kel, nama desa, village, alamat desa,
    alamat kelurahan, kel
district: kecamatan, kec, nama kecamatan, kecamatan domisili, kecamatan tempat tinggal, district, subdistrict, sub
    district
regency: kabupaten kota, kab kota, kabupaten, kota kabupaten, kota, kab, asal kabupaten kota, kabupaten kota asal,
    asal daerah, regency, city, regency city, kota kab, asal kabupaten, daerah asal
province: provinsi, propinsi, prov, asal provinsi, province
postcode: kode pos, kodepos, postcode, postal code, zip code
distance_km: jarak, jarak ke lokasi, jarak ke lokasi pelatihan, jarak km, distance, distance km
"""

_BUSINESS: Final = """
business_name: nama usaha, nama perusahaan, nama industri, nama ikm, nama umkm, nama unit usaha, nama toko, merek
    usaha, nama merek, merk, merek, brand, business name, company name, company, nama badan usaha, perusahaan, nama
    usaha perusahaan, nama startup, nama start up, nama bengkel, nama industri usaha, nama usaha ikm, nama usaha
    brand, nama perusahaan usaha, nama usaha umkm, nama usaha kelompok, nama ikm usaha
owner_name: nama pemilik, pemilik, nama pemilik usaha, pemilik usaha, nama pengusaha, owner, owner name, nama
    pimpinan, pimpinan, penanggung jawab, nama penanggung jawab
business_address: alamat usaha, alamat perusahaan, alamat tempat usaha, lokasi usaha, business address, company
    address, alamat industri, alamat pabrik, alamat produksi, lokasi produksi
business: kode usaha, business, kode perusahaan
nib: nib, no nib, nomor nib, nomor induk berusaha, no induk berusaha, nomor induk berusaha nib, business id number
kbli: kbli, kode kbli, no kbli, nomor kbli, kbli 2020, kbli 2025, kbli utama, kode kbli 5 digit, klasifikasi usaha
legal_form: bentuk usaha, bentuk badan usaha, badan usaha, badan hukum, bentuk badan hukum, jenis badan usaha,
    status badan usaha, legal form, legal entity, bentuk perusahaan
business_start: tahun berdiri, tahun mulai usaha, mulai usaha, tahun berdiri usaha, tanggal berdiri, tahun
    pendirian, usaha berdiri sejak, berdiri sejak, mulai usaha sejak, tanggal mulai usaha, year established,
    business start, established, tahun usaha, tahun mulai, usaha sejak
business_age: lama usaha, usia usaha, umur usaha, lama usaha tahun, lama berusaha, business age, years in business
workers: jumlah tenaga kerja, tenaga kerja, jumlah karyawan, jumlah pekerja, karyawan, jml tenaga kerja, tk, jumlah
    tk, total tenaga kerja, jumlah pegawai, workers, employees, number of workers, number of employees, tenaga kerja
    jumlah, tenaga kerja total, banyaknya tenaga kerja, jumlah pekerja karyawan, total karyawan, tenaga kerja orang
workers_male: tenaga kerja l, tenaga kerja laki laki, tk l, tk laki laki, karyawan laki laki, tenaga kerja pria,
    jumlah karyawan laki laki, jumlah tenaga kerja laki laki, karyawan l, male workers, tenaga kerja lk, pekerja
    laki laki, jumlah tenaga kerja l
workers_female: tenaga kerja p, tenaga kerja perempuan, tk p, tk perempuan, karyawan perempuan, tenaga kerja wanita,
    jumlah karyawan perempuan, jumlah tenaga kerja perempuan, karyawan p, female workers, tenaga kerja pr, pekerja
    perempuan, jumlah tenaga kerja p
product: produk, nama produk, jenis produk, produk utama, produk unggulan, hasil produksi, produk yang dihasilkan,
    jenis usaha, jenis produksi, product, main product, produk jasa
licences: izin, perizinan, izin usaha, legalitas, legalitas usaha, perizinan yang dimiliki, izin yang dimiliki,
    legalitas yang dimiliki, sertifikasi, sertifikat, sertifikat yang dimiliki, licences, licenses, permits, izin
    sertifikasi, sertifikasi yang dimiliki, izin usaha yang dimiliki, perizinan usaha
export_share: ekspor, persentase ekspor, export share, ekspor persen, persen ekspor, porsi ekspor
market: pemasaran, wilayah pemasaran, daerah pemasaran, jangkauan pemasaran, pasar, tujuan pemasaran, market, market
    area, cakupan pemasaran
industry_size: skala industri, skala usaha industri, industry size
umkm_size: skala usaha, klasifikasi umkm, kriteria usaha, ukuran usaha, business size, kategori usaha
nomination_rank: urutan usulan, peringkat usulan, prioritas usulan, no urut usulan, nomination rank, urutan
    prioritas, ranking usulan
"""

_MONEY: Final = """
turnover: omzet, omset, omzet per tahun, omset per tahun, omzet usaha, omzet tahunan, omzet per bulan, omset per
    bulan, omzet bulanan, nilai omzet, penjualan, penjualan per tahun, hasil penjualan tahunan, pendapatan usaha,
    turnover, annual turnover, revenue, sales, annual sales, omset bulan, omzet bulan, omzet tahun, omset tahun,
    omset usaha, omset tahunan, omset bulanan, nilai omset
capital: modal, modal usaha, modal awal, nilai modal, jumlah modal, capital
investment: investasi, nilai investasi, jumlah investasi, investment, investment value, nilai aset, aset
income: penghasilan, pendapatan, penghasilan per bulan, pendapatan per bulan, income, monthly income
production_value: nilai produksi, produksi nilai, nilai produksi per tahun, production value
material_value: nilai bahan baku, bahan baku, nilai bahan baku penolong, nilai bb bp, bahan baku nilai, material
    value, raw material value
capacity: kapasitas produksi, kapasitas, kapasitas jumlah, kapasitas produksi jumlah, jumlah kapasitas, kapasitas
    produksi per tahun, kapasitas produksi per bulan, production capacity, capacity, volume produksi
capacity_unit: satuan, satuan produksi, satuan kapasitas, kapasitas satuan, kapasitas produksi satuan, satuan
    kapasitas produksi, unit of measure, capacity unit
"""

_CHOICE: Final = """
track: bidang, bidang pelatihan, bidang yang dipilih, pilihan bidang, pilihan pelatihan, jenis pelatihan, pelatihan,
    pelatihan yang diikuti, pelatihan yang dipilih, pelatihan yang diminati, kelas, kelas pelatihan, bidang usaha,
    pilihan 1, pilihan pertama, pilihan bidang 1, bidang pilihan 1, pilihan pelatihan 1, bidang pilihan, minat
    pelatihan, peminatan, track, first choice, training track, jurusan, bidang pilihan pertama, jenis pelatihan yang
    diikuti, jenis pelatihan yang dipilih, jenis pelatihan yang diminati, pelatihan yang akan diikuti, pilihan kelas
track_2: pilihan 2, pilihan kedua, pilihan bidang 2, bidang pilihan 2, pilihan pelatihan 2, bidang pilihan kedua,
    bidang cadangan, second choice, track 2
group: sentra, nama sentra, sentra ikm, sentra industri, asal sentra, kelompok, kelompok usaha, nama kelompok,
    group, centre, center, nama sentra ikm
"""

_SCORE: Final = """
skor, score, nilai, nilai akhir, skor akhir, nilai tes, skor total, total score, points, poin
"""

_IGNORED: Final = """
no, nomor, no urut, nomor urut, nourut, num, row, keterangan, ket, catatan, tanda tangan, ttd, paraf, tandatangan,
signature, remarks, notes, foto, alasan, baris asal, reason, original row, tahun data, nama kegiatan, judul
kegiatan, kegiatan, tempat kegiatan, tanggal kegiatan, calon
"""


_LETTERS: Final = frozenset(("nik", "npwp", "nib", "kbli", "rt", "rw"))
"""Headers that are no words."""


def _list(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split(",") if (word := " ".join(part.split())))


def _entries(text: str) -> dict[str, tuple[str, ...]]:
    entries = text.strip().replace("\n    ", " ").splitlines()
    return {field: _list(aliases) for field, _, aliases in (entry.partition(":") for entry in entries if entry)}


COLUMNS: Final[dict[str, tuple[str, ...]]] = _entries(_PERSON + _PLACE + _BUSINESS + _MONEY + _CHOICE)
"""Headers by field; every field of the catalogue has at least one."""

SCORE: Final = _list(_SCORE)
"""Headers of a column of marks that does not say which mark: `--item` tells."""

IGNORED: Final = _list(_IGNORED)
"""Headers of columns that are known to hold nothing to import."""


def heading(field: str) -> str:
    """What Indonesian offices write above the column of a field; the field itself where it is the program's own."""
    known = COLUMNS.get(field, (field,))[0]
    return known.upper() if known in _LETTERS else known
