"""Sentences for verdicts and outcomes, in Indonesian."""

TEXTS: dict[str, str] = {
    "missing.judges": "{source}: tidak ada juri yang dapat menilai",
    "missing.number": "{source} bukan angka",
    "missing.order": "urutan {source} belum ada",
    "missing.panel": "{source} belum lengkap: juri {judges} ({count} nilai)",
    "missing.scale": "kriteria {criterion} tidak punya skala untuk nilai {value}",
    "missing.sessions": "{source}: {sessions} sesi belum dicatat",
    "missing.sessions_unknown": "{source}: tanggal pelatihan belum ditetapkan",
    "missing.track": "bidang belum diketahui",
    "missing.uncovered": "skala kriteria {criterion} tidak memuat nilai {value}",
    "missing.value": "{source} belum ada",
    "missing.zero": "{source} tidak dapat dihitung karena pembaginya 0",
    "threshold.above": "{criterion} {value}, di atas ambang {threshold}",
    "threshold.below": "{criterion} {value}, di bawah ambang {threshold}",
    "threshold.total": "nilai akhir {score}, di bawah ambang {threshold}",
}
