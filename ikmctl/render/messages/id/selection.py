"""Problems 5xx: selection, locks, verify, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM500": (
        "keputusan menyebut `{number}`, yang tidak ikut tahap `{stage}`",
        "lihat nomor peserta dengan `ikmctl show participants`",
    ),
    "IKM501": (
        "`{number}` hendak dipulihkan, padahal tidak mundur dan tidak didiskualifikasi",
        "hapus entri itu, atau tulis nomor yang benar",
    ),
    "IKM502": (
        "`{people}` tidak bernilai sama di tahap `{stage}`, jadi urutan di antara mereka tidak mengubah apa pun",
        "lihat nilai sama yang belum diputus dengan `ikmctl show shortlist`",
    ),
    "IKM503": (
        "urutan dewan juri tidak memutus nilai sama: `ties` tahap `{stage}` tidak memuat `panel`",
        "putuskan dengan `ikmctl draw`, atau tambahkan `panel` pada `selection.ties` lalu segel aturan lagi",
    ),
    "IKM504": (
        "`{act}` tidak dapat mengubah daftar tahap `{stage}` yang sudah ditetapkan",
        'buka kembali daftarnya dahulu: `ikmctl reopen --decree "..." --reason "..."`',
    ),
    "IKM505": (
        "koreksi untuk `{number}` mengganti `{old}`, padahal yang tercatat `{found}`",
        "tulis nilai yang tercatat pada `old`, atau hapus entri itu",
    ),
    "IKM506": (
        "`{number}` tidak dapat diterima: tidak ada kursi kosong atau batas sudah penuh (`{rule}`)",
        "pakai `--seat extra`, atau kosongkan kursi dahulu dengan keputusan mundur",
    ),
    "IKM508": (
        "{count} entri pertama decisions.yaml bukan yang tercatat pada peristiwa ini",
        "pulihkan decisions.yaml dengan `git checkout`; keputusan baru ditambahkan di akhir, tidak disisipkan",
    ),
    "IKM509": (
        "tidak ada daftar yang memenuhi aturan tahap `{stage}` ini sekaligus: {rules}",
        "{cause:?paling banyak gugur karena %; }longgarkan salah satunya di program.yaml; tidak ada yang dilonggarkan sendiri",
    ),
    "IKM510": (
        "penghitungan ulang tahap `{stage}` tidak lagi menghasilkan daftar yang ditetapkan",
        "lihat perubahannya dengan `ikmctl diff`; pulihkan data, atau `ikmctl reopen`",
    ),
    "IKM511": (
        "bilangan undian tahap `{stage}` tidak sesuai dengan segel dan nilai publiknya",
        "pulihkan events.yaml dengan `git checkout`; undian baru perlu `ikmctl void draw`",
    ),
    "IKM512": (
        "aturan tahap `{stage}` bukan yang disegel pada segel {number}",
        'pulihkan program.yaml, atau segel lagi dengan alasan: `ikmctl lock rules --stage {stage} --reason "..."`',
    ),
    "IKM513": (
        "peserta, nilai, atau pengunduran juri tahap `{stage}` bukan yang disegel pada segel {number}",
        'pulihkan datanya, atau segel lagi dengan alasan: `ikmctl lock pool --stage {stage} --reason "..."`',
    ),
    "IKM514": (
        "peristiwa ini dicatat dengan mesin hitung {found}, yang tidak dikenal versi ini (mengenal {known})",
        "pakai versi ikmctl yang mengenalnya: `pip install --upgrade ikmctl`",
    ),
    "IKM515": (
        "tahap `{stage}` sudah ditetapkan; daftarnya beku",
        'buka kembali dengan `ikmctl reopen --stage {stage} --decree "..." --reason "..."`',
    ),
    "IKM516": (
        "segel {number} untuk `{what}` menggantikan yang lama, jadi perlu alasan",
        'tambahkan `--reason "..."`; alasan itu tercetak di setiap hasil',
    ),
    "IKM517": (
        "nilai publik `{value}` memuat selain huruf dan angka",
        "tulis angka hasil undian, misalnya `--value 83920174659201746382`",
    ),
    "IKM518": (
        "tahap `{stage}` sudah punya undian yang berlaku; nomor undian tidak pernah diundi dua kali",
        'jika salah, batalkan dahulu: `ikmctl void draw --reason "..."`',
    ),
    "IKM519": (
        "undian memerlukan kedua segel; `{what}` tahap `{stage}` belum disegel",
        "jalankan `ikmctl lock {what} --stage {stage}` sebelum nilai publik diketahui",
    ),
    "IKM520": (
        "`{what}` tahap `{stage}` berubah setelah disegel, jadi undian ditolak",
        'segel lagi dengan alasan: `ikmctl lock {what} --stage {stage} --reason "..."`',
    ),
    "IKM521": (
        "menurut aturan, dewan juri memutus nilai sama ini sebelum undian: {people}",
        'catat urutan juri dengan `ikmctl decide order`, atau tulis alasan juri tidak memutus dengan `--reason "..."`',
    ),
    "IKM522": (
        "aturan tahap `{stage}` tidak memutus nilai sama dengan undian: `ties` tidak memuat `ticket`",
        "tambahkan `ticket` pada `selection.ties` lalu segel aturan lagi",
    ),
    "IKM523": (
        "undian tangan memerlukan saksi",
        "tambahkan `--witness PERAN`",
    ),
    "IKM524": (
        "undian harus menyebut semua peserta dari satu nilai sama yang terbuka, masing-masing sekali; yang terbuka: {ties}",
        "ulangi dengan nomor-nomor itu menurut urutan undian",
    ),
    "IKM525": (
        "tahap `{stage}` tidak punya undian yang berlaku",
        "lihat events.yaml",
    ),
    "IKM526": (
        "`{what}` memerlukan alasan tertulis",
        'tambahkan `--reason "..."`; alasan itu tercetak di berita acara',
    ),
    "IKM527": (
        "daftar tahap `{stage}` sudah diumumkan",
        "setelah masa sanggah tetapkan dengan `ikmctl finalize`",
    ),
    "IKM528": (
        "belum ada yang terpilih pada tahap `{stage}` program `{program}`",
        "lihat jumlah yang lolos dan tertunda dengan `ikmctl status`, dan sebab tiap orang dengan `ikmctl explain NOMOR`",
    ),
    "IKM529": (
        "{count} nilai sama belum diputus, yang pertama: {people}",
        "putuskan dengan `ikmctl draw` atau `ikmctl decide order`; sebelum itu belum pasti siapa yang ada di daftar",
    ),
    "IKM530": (
        "masa sanggah berakhir {end}, setelah {on}",
        'tunggu, atau tulis alasannya dengan `--reason "..."`',
    ),
    "IKM531": (
        "{count} peserta tertunda belum dapat dipastikan tidak masuk daftar: {people}",
        'impor data yang kurang, atau tulis alasannya dengan `--reason "..."`',
    ),
    "IKM532": (
        "daftar dibuat dengan `--per-track {found}`, berbeda dari program.yaml",
        'kurasi tanpa pilihan itu, atau tulis alasannya dengan `--reason "..."`',
    ),
    "IKM533": (
        "tahap `{stage}` belum ditetapkan, jadi tidak ada yang dibuka kembali",
        "daftarnya masih dapat berubah: `ikmctl curate --stage {stage}`",
    ),
    "IKM534": (
        "belum dapat dipastikan apakah aturan tahap `{stage}` dapat dipenuhi sekaligus dalam batas pencarian",
        "pasang pemecah dengan `python -m pip install highspy`, atau kurangi aturan keseimbangan",
    ),
    "IKM535": (
        "participants.csv belum berisi siapa pun, jadi belum ada calon yang dapat disegel",
        "masukkan dulu dengan `ikmctl import BERKAS.xlsx`",
    ),
    "IKM536": (
        "undian tidak menyebut dari mana nilainya",
        'tulis dengan `--source "..."` agar siapa pun dapat memeriksanya: dadu yang mana, siapa yang melempar, atau angka resmi yang mana',
    ),
    "IKM537": (
        "tanggal {on} mendahului {latest}, yaitu tanggal peristiwa terakhir sebelumnya",
        "tulis tanggal kejadiannya dengan `--on`; yang dicatat terjadi berurutan",
    ),
    "IKM538": (
        "daftar diumumkan {on}, sebelum tanggal yang dijanjikan program.yaml ({announce})",
        "tunggu tanggal yang dijanjikan, atau ubah `schedule.announce` dan beri tahu pendaftar",
    ),
    "IKM539": (
        "daftar tahap `{stage}` yang sekarang belum diumumkan{end:? ketika masa sanggah berakhir (%)}, jadi belum ada yang dapat menyanggah",
        '{end:?tulis masa sanggah yang baru di program.yaml (`schedule.objection`) dan segel lagi aturannya dengan alasan, }{command:?umumkan daftarnya dengan `%`, }atau tulis alasannya pada `finalize` dengan `--reason "..."`',
    ),
    "IKM540": (
        "`{number}` tidak dapat diterima: bidangnya di program ini tidak diketahui",
        "tulis salah satu bidang di pendaftarannya lalu impor lagi; bila daftar sudah ditetapkan, buka dahulu dengan `ikmctl reopen`",
    ),
    "IKM541": (
        "tanggal {on} belum tiba",
        "tulis tanggal kejadiannya dengan `--on`, atau kosongkan; yang sudah dicatat tidak dapat ditarik lagi",
    ),
    "IKM542": (
        "`{found}` hanya pengganti isian di petunjuk kami, bukan isi `{flag}`",
        "tulis isi yang sebenarnya, seperti di surat Anda, sesudah `{flag}`",
    ),
    "IKM543": (
        "{list} dahulu ditulis dengan peristiwa lain daripada isi events.yaml sekarang, dan kini ditulis ulang dengan yang ini; sidik lama: {old}, sidik baru: {new}",
        "lihat apa yang berubah dengan `ikmctl diff`, dan bandingkan sidik peristiwa di berita acara yang ditandatangani; bila tidak sengaja diubah, kembalikan dulu events.yaml",
    ),
    "IKM544": (
        "`{act}` tanggal {on} tidak mungkin terjadi pada urutan itu: {decided:?saat itu daftarnya sudah ditetapkan}{open:?saat itu belum ada daftar yang ditetapkan}{drawn:?saat itu sudah ada undian yang berlaku}{undrawn:?saat itu tidak ada undian yang dapat dibatalkan}",
        "ada baris sebelumnya yang diubah atau dibuang dengan tangan, atau baris ini ditambahkan; bandingkan dengan `ikmctl diff` dan surat yang ditandatangani, lalu kembalikan events.yaml",
    ),
    "IKM545": (
        "commit ini tidak memuat berkas ini seperti yang ada di folder, jadi tidak dapat dipastikan bahwa daftarnya masih sesuai",
        "jalankan `git add` juga untuk berkas ini, atau kembalikan dengan `git restore`; lalu commit lagi",
    ),
    "IKM546": (
        "`{flag}` ditulis tanpa isi",
        'tulis isinya di belakangnya, misalnya `{flag} "..."`; setiap catatan ada pelakunya, dan alasan harus berisi',
    ),
    "IKM547": (
        "{count} peserta tidak ada barisnya di `private/` ({people}): barisnya sudah dihapus, atau pesertanya ditulis dengan tangan; benar tidaknya fakta dan nilainya tidak dapat dipastikan",
        "bandingkan dengan berkas kertasnya; baris yang dihapus dengan `ikmctl purge --person` menyisakan nomor dan fakta",
    ),
    "IKM548": (
        "`{id}` tidak ikut dalam tahap `{stage}` karena tidak terpilih dalam tahap `{before}`",
        "lihat alasannya dengan `ikmctl explain {id} --stage {before}`",
    ),
    "IKM549": (
        "nilai mentah `{mark}` milik tahap `{other}`, jadi koreksi di tahap `{stage}` tidak mengubah apa pun",
        "koreksi di tahapnya sendiri: `--stage {other}`, atau `stage: {other}` di decisions.yaml",
    ),
    "IKM551": (
        "{id} sudah keluar dari tahap `{stage}`",
        "untuk mengembalikannya pakai `ikmctl decide reinstate {id}`",
    ),
    "IKM552": (
        "{number} masuk karena keputusan{cause:?, padahal gugur menurut aturan: %}{pending:?, padahal masih tertunda}{over:?; bidang `{track}` menjadi % orang untuk {seats} kursi}",
        "bila tidak dimaksudkan, batalkan dengan `ikmctl decide withdraw {number}`; yang memutuskan bertanggung jawab, dan berita acara mencetaknya",
    ),
    "IKM553": (
        "program.yaml tidak ada di folder ini",
        "buat program baru dengan `ikmctl init ID`, atau pilih program dengan `--cohort`",
    ),
    "IKM554": (
        "tidak ada pemeriksaan bernama `{found}`",
        "yang ada: {known}",
    ),
    "IKM555": (
        "`--per-track` paling sedikit 1, ditemukan {found}",
        "tulis jumlah kursi tiap bidang, misalnya `--per-track 10`",
    ),
    "IKM556": (
        "`--per-track {found}` di bawah kuota minimum {min} untuk bidang `{track}`",
        "pakai angka {min} atau lebih, atau ubah `quota` di program.yaml",
    ),
    "IKM557": (
        "hadiah berjumlah {places} tempat, tetapi `--per-track` memberi {seats} kursi",
        "samakan `awards.tiers` dengan jumlah kursi di program.yaml",
    ),
    "IKM558": (
        "`--per-track {found}` berbeda dari aturan yang sudah disegel untuk tahap `{stage}`",
        'ubah kuota di program.yaml lalu segel lagi dengan alasan: `ikmctl lock rules --stage {stage} --reason "..."`',
    ),
    "IKM559": (
        "perintah ini perlu alasan tertulis",
        'tambahkan `--reason "..."`; alasan dicetak di berita acara',
    ),
    "IKM560": (
        "{place} berisi `{found}`, sedangkan hitung ulang dari masukan memberi `{expected}`",
        "lihat dulu apa yang diubah, dengan `git log` atau `ikmctl diff`; bila perubahannya benar, jalankan `ikmctl curate`; bila tidak, pulihkan berkasnya dengan `git restore`",
    ),
    "IKM561": (
        "teksnya lain tetapi isinya sama dengan hitung ulang",
        "tidak ada yang perlu diperbaiki; `ikmctl curate` menulis bentuk bakunya",
    ),
    "IKM562": (
        "berkas hasil ini tidak ada atau kosong",
        "jalankan `ikmctl curate`",
    ),
    "IKM563": (
        "berkas hasil ini tidak berasal dari masukan mana pun: tahapnya belum dapat dihitung",
        "hapus berkas ini, atau kembalikan keputusan tahap sebelumnya",
    ),
    "IKM564": (
        "{count} peserta tertunda belum dapat dipastikan tidak masuk daftar: {people}",
        'lihat yang kurang dengan `ikmctl show pending --stage {stage}`, impor lembarnya, lalu `ikmctl curate` lagi; atau `ikmctl curate --accept-pending --reason "..."`',
    ),
    "IKM565": (
        "{count} kursi bidang `{track}` kosong: {few:?calon yang memenuhi syarat tidak cukup}{barred:?masih ada % calon yang memenuhi syarat, tetapi menurut aturan tidak ada yang boleh mengisinya}{rules:? (%)}{pending:?; % orang tertunda masih mungkin memenuhinya}",
        '{pending:?impor dulu yang kurang, lihat `ikmctl show pending --stage {stage}`; }{cause:?paling banyak gugur karena %; }{person:?sebabnya bagi satu orang: `ikmctl explain %`; }{free:?dengan keputusan % dapat masuk: `ikmctl decide admit % --seat quota --by JABATAN --reason "ALASAN"`; }bila semua itu tidak membantu, kursi tetap kosong',
    ),
    "IKM566": (
        "tahap `{stage}` belum dapat dihitung: tahap sebelumnya belum ditetapkan",
        "tetapkan dulu tahap `{before}`: `ikmctl finalize --stage {before}`",
    ),
    "IKM567": (
        "tidak ada tahap `{found}`",
        "yang ada: {known}",
    ),
    "IKM568": (
        "program ini punya beberapa tahap",
        "sebutkan satu dengan `--stage`: {known}",
    ),
    "IKM569": (
        "tidak ada bidang `{found}`",
        "{near:?maksud Anda `%`? }yang ada: {known}",
    ),
    "IKM570": (
        "tidak ada peserta bernomor `{found}`",
        "{near:?maksud Anda %? }lihat semua nomor dengan `ikmctl show participants`",
    ),
    "IKM571": (
        "`{found}` cocok dengan beberapa peserta: {known}",
        "sebutkan nomornya, misalnya `{first}`",
    ),
    "IKM572": (
        "nilai lama yang disebut `{old}`, padahal yang tercatat `{found}`",
        "periksa nilai tercatat dengan `ikmctl show marks` atau `ikmctl show participants`, lalu ulangi dengan `--old {found}`",
    ),
    "IKM573": (
        "nama tidak dapat ditampilkan: folder private/ program ini tidak ada di komputer ini",
        "pulihkan dengan `ikmctl restore FILE`, atau jalankan {leave:?tanpa `%`}{take:?dengan `%`}",
    ),
    "IKM574": (
        "program `{found}` sudah ada",
        "pilih id lain, atau buka program itu dengan `--cohort {found}`",
    ),
    "IKM575": (
        "`{found}` tidak dapat menjadi id program",
        "pakai huruf kecil, angka dan tanda hubung, paling banyak 48, misalnya `{example}`",
    ),
    "IKM576": (
        "tidak ada jenis program `{found}`",
        "yang ada: {known}",
    ),
    "IKM577": (
        "{code:?tidak ada kode `%`}{other:?`%` bukan peserta, kode atau kunci program.yaml}",
        "{near:?maksud Anda `ikmctl explain %`? }contoh: `ikmctl explain P017`, `ikmctl explain IKM104`, `ikmctl explain tracks.quota`; semua aturan: `ikmctl explain stages.eligibility.rule`",
    ),
    "IKM578": (
        "folder `{found}` sudah berisi",
        "sebutkan folder lain yang kosong atau baru",
    ),
    "IKM579": (
        "`decide {act}` perlu {needed}",
        "contoh: `{example}`",
    ),
    "IKM580": (
        "contoh `{example}` tidak ikut terpasang",
        "pasang ulang ikmctl, atau jalankan `ikmctl demo` di salinan repositorinya",
    ),
    "IKM581": (
        "program ini belum punya peserta",
        "impor dulu daftarnya: `ikmctl import FILE.xlsx`",
    ),
    "IKM582": (
        "program ini tidak berada dalam repositori git, git menolak membukanya, atau git tidak terpasang",
        "lihat apa kata `git status`; tanpa git, bandingkan dengan paket bukti: `ikmctl diff --since PAKET.zip`",
    ),
    "IKM583": (
        "git tidak mengenal revisi `{found}`",
        "lihat revisi yang ada dengan `git log --oneline`",
    ),
    "IKM584": (
        "berkas ini dilacak git dan berisi angka yang tampak seperti NIK",
        "hapus angka itu dan simpan di private/; bila sudah di-commit, riwayat git masih memuatnya: baca docs/privacy.md",
    ),
    "IKM585": (
        "berkas ini dilacak git dan berisi nomor telepon",
        "hapus nomor itu; nomor telepon hanya boleh ada di private/",
    ),
    "IKM586": (
        "berkas ini dilacak git dan berisi alamat email",
        "hapus alamat itu; alamat email hanya boleh ada di private/",
    ),
    "IKM587": (
        "git tidak dapat disiapkan di klon ini",
        "periksa hak tulis pada folder .git",
    ),
    "IKM588": (
        "klon ini mengirim ke {host}; repositori program sungguhan harus tertutup",
        "pastikan repositorinya privat; nomor dan fakta peserta tetap data pribadi (docs/privacy.md)",
    ),
    "IKM590": (
        "tahap `{stage}` tidak punya nilai juri, atau tidak ada peserta yang harus dinilai",
        "nyatakan `marks:` dengan `per: judge` dan `panel.judges` di program.yaml, lalu impor peserta",
    ),
    "IKM591": (
        "berkas ini bukan lembar penilaian buatan `ikmctl sheets make`: kodenya tidak ada di A4",
        "untuk lembar buatan sendiri pakai `ikmctl import FILE --as marks`",
    ),
    "IKM592": (
        "lembar ini milik `{found}`",
        "buka program itu dengan `--cohort`, atau cari berkas yang benar",
    ),
    "IKM593": (
        "lembar juri `{judge}` dibuat untuk peserta atau rubrik yang lain dari sekarang",
        "buat lagi dengan `ikmctl sheets make --stage {stage}` dan salin nilainya ke lembar baru",
    ),
    "IKM594": (
        "juri {judge}, {id}, `{item}`: `{found}` bukan angka",
        "tulis angka antara {low} dan {high}",
    ),
    "IKM595": (
        "juri {judge}, {id}, `{item}`: `{found}` di luar skala {low} sampai {high}",
        "tanyakan kepada juri, perbaiki sel itu, lalu kumpulkan lagi",
    ),
    "IKM596": (
        "juri {judge}, {id}, `{item}`: belum diisi",
        "minta juri mengisinya, lalu kumpulkan lagi; kosong tidak dihitung nol",
    ),
    "IKM597": (
        "juri {judge}, {id}, `{item}`: sel abu-abu ini harus kosong",
        "juri ini tidak menilai peserta itu (bidang lain, atau mengundurkan diri); hapus isinya",
    ),
    "IKM598": (
        "lembar juri `{judge}` diubah: di sini tertulis `{found}`, seharusnya `{expected}`",
        "kembalikan sel itu, atau buat lembar baru dengan `ikmctl sheets make`",
    ),
    "IKM599": (
        "juri {judge}, {id}, `{item}`: berkas {other} memuat nilai lain",
        "kumpulkan hanya berkas yang benar",
    ),
}
