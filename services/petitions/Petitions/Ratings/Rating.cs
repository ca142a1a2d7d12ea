namespace DanVan.Petitions.Ratings;

/// <summary>How satisfied the petitioner was with how the petition was dealt with, whatever its outcome: from 1 to 5.</summary>
public sealed class Rating
{
    public required Guid PetitionId { get; init; }
    public int Stars { get; set; }
    public DateOnly RatedOn { get; set; }
}
