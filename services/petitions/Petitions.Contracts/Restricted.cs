using DanVan;

// That somebody is denounced is no fact for others, before the denunciation is concluded and after. Reports count it.
[assembly: Restricted("kind", "TO_CAO", "reporting")]
