using DanVan;
using DanVan.Petitions.Contracts.V1;

// That somebody is denounced is no fact for others, before the denunciation is concluded and after. Reports count it.
[assembly: Restricted(
    "kind",
    "TO_CAO",
    "reporting",
    Except = [
        typeof(ReorganisationImpactCounted),
        typeof(ReorganisationFollowed),
        typeof(ReceptionPlanned),
        typeof(ReceptionHeld),
        typeof(ReceptionCancelled),
        typeof(IntakeKeyIssued),
        typeof(IntakeKeyEnded),
    ]
)]
