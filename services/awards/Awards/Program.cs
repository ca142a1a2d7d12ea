using DanVan.Awards;
using DanVan.Awards.Clearances;
using DanVan.Awards.Decisions;
using DanVan.Awards.Law;
using DanVan.Awards.Models;
using DanVan.Awards.Movements;
using DanVan.Awards.Reorganisations;
using DanVan.Awards.Statistics;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddChassis<AwardsDb>("awards");
builder.Services.AddDirectoryReplica();
builder.Services.AddReorganisations<WhenReorganisationImpactIsAsked, WhenReorganisationIsCarriedOut>();
builder.Services.AddAwardLaw(builder.Configuration);
builder.Services.AddReaction<WhenConferenceHeld>("conferences");
builder.Services.AddClearances();
builder.Services.AddOnlyOne("one_entry_a_decision", Refused.DecisionTwice);
builder.Services.AddOnlyOne("one_award_an_achievement", Refused.RecipientTwice);

var app = builder.Build();
app.UseChassis();
var awards = app.MapResource("/api/v1/awards", "awards");

LaunchMovement.Map(awards);
CloseMovement.Map(awards);
MoveMovement.Map(awards);
ReadMovements.Map(awards);

RegisterModel.Map(awards);
TakeUpModel.Map(awards);
FindModelEffective.Map(awards);
RecogniseModel.Map(awards);
DiscontinueModel.Map(awards);
MoveModel.Map(awards);
ReadModels.Map(awards);

IssueDecision.Map(awards);
StateReference.Map(awards);
EnterRecipients.Map(awards);
RevokeAward.Map(awards);
ReadDecisions.Map(awards);
ReadRecipients.Map(awards);

AskClearance.Map(awards);
ReadClearances.Map(awards);
DropClearance.Map(awards);

ReadStatistics.Map(awards);
ReadLaw.Map(awards);

return await app.RunServiceAsync(args);
