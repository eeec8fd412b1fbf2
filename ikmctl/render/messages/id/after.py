"""Problems 6xx: matching, follow-up, and what comes after a list. Indonesian."""

from typing import Final

PROBLEMS: Final[dict[str, tuple[str, str]]] = {
    "IKM650": (
        "belum ada kebutuhan perusahaan untuk dipasangkan",
        "tulis di partners.yaml, atau masukkan dengan `ikmctl import FILE.xlsx --as partners`",
    ),
    "IKM651": (
        "kebutuhan perusahaan tidak punya `{attribute}`",
        "yang ada: {known}; mungkin `line.{near}`",
    ),
    "IKM652": (
        "`{found}` membaca kebutuhan perusahaan, sedangkan tahap `{stage}` tidak memasangkan anggota dengan kebutuhan",
        "beri tahap itu `kind: match`, atau hapus bagian ini",
    ),
    "IKM653": (
        "tahap `{stage}` memasangkan, jadi perlu kriteria dengan `method: weighted_sum`: nilai cara lain hanya dapat dibandingkan di dalam satu kebutuhan",
        "tulis kriteria dengan skala tetap, misalnya `{{source: {{ratio: [fields.capacity, line.volume]}}, scale: {{linear: [0.2, 1]}}}}`",
    ),
    "IKM654": (
        "tahap `{stage}` mengusulkan anggota kepada perusahaan tanpa meminta persetujuannya",
        "tambahkan `- {{rule: consent}}` di bawah `eligibility:`",
    ),
    "IKM655": (
        "{stage:?tahap `%` tidak memasangkan anggota dengan kebutuhan; }tahap yang memasangkan: {known:?%}",
        "beri satu tahap di program.yaml `kind: match`",
    ),
    "IKM656": (
        "tahap `{stage}` memasangkan anggota dengan kebutuhan perusahaan, tidak membuat daftar orang",
        "jalankan `ikmctl match --stage {stage}`",
    ),
    "IKM657": (
        "dua kebutuhan bernama `{line}`",
        "beri setiap kebutuhan dari setiap perusahaan id sendiri",
    ),
    "IKM658": (
        "`{who}` memegang dua peran: {roles}",
        "serahkan salah satunya kepada orang lain, atau biarkan dan sebutkan alasannya di berita acara",
    ),
    "IKM659": (
        "tidak ada yang ditambahkan ke tahap `{stage}`: tahap ini memasangkan anggota dengan kebutuhan",
        "perbaiki data anggota dengan `ikmctl decide correct`, atau hapus catatan ini",
    ),
    "IKM660": (
        "belum ada yang memenuhi kebutuhan `{line}` dari perusahaan `{firm}` ({gaps} anggota hampir cocok)",
        "lihat yang kurang dengan `ikmctl explain {line}`",
    ),
}
