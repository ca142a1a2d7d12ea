namespace DanVan.Petitions;

/// <summary>Luật 136/2025/QH15 with NĐ 154, 155 and 156/2026, which amend citizen reception, complaints and denunciations.</summary>
static class Law2026
{
    public static readonly DateOnly Start = new(2026, 7, 1);
}
