using DanVan.Chassis.Http;

namespace DanVan.Petitions.Open311;

/// <summary>Whether the public sees in the list of Open311 that something was reported.</summary>
public enum Listing
{
    /// <summary>It shows.</summary>
    Listed,

    /// <summary>It waits for a person to look at it.</summary>
    Held,

    /// <summary>A person found that it may show.</summary>
    Released,

    /// <summary>A person found that it shall not. The petition is dealt with all the same.</summary>
    Dismissed,
}

/// <summary>What looks like abuse.</summary>
public enum HoldReason
{
    /// <summary>The client or the address has nearly used up its quota.</summary>
    NearQuota,

    /// <summary>The same text came in a short while ago.</summary>
    SameText,

    /// <summary>It leads to other sites.</summary>
    Links,
}

/// <summary>What a person found of it.</summary>
public enum ReviewDecision
{
    Released,
    Dismissed,
}

/// <summary>Feedback that came in through Open311: an ordinary petition, and beside it whether the public sees it.</summary>
public sealed class PublicRequest
{
    public required Guid PetitionId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public Listing Listing { get; private set; }
    public IReadOnlyList<HoldReason> HeldFor { get; private set; } = [];
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>Received, and kept from the public for as long as nobody has looked at it.</summary>
    public void Hold(IReadOnlyList<HoldReason> reasons) => (Listing, HeldFor) = (Listing.Held, reasons);

    public Rejection? Review(ReviewDecision decision, DateOnly on)
    {
        if (Listing is not Listing.Held)
            return Refused.NotHeld;
        Listing = decision is ReviewDecision.Released ? Listing.Released : Listing.Dismissed;
        ReviewedOn = on;
        return null;
    }
}
