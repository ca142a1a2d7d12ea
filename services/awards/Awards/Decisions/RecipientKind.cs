namespace DanVan.Awards.Decisions;

/// <summary>Who is rewarded: a collective (tập thể), an individual (cá nhân) or a household (hộ gia đình).</summary>
public enum RecipientKind
{
    Collective,
    Individual,
    Household,
}
