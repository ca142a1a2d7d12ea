using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Intake;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Reorganisations;

var builder = WebApplication.CreateBuilder(args);
builder.AddChassis<PetitionsDb>("petitions");
builder.Services.AddDirectoryReplica();
builder.Services.AddReorganisations<WhenReorganisationImpactIsAsked, WhenReorganisationIsCarriedOut>();
builder.Services.AddDeadlines(builder.Configuration);
builder.Services.AddIdentityVault();

var app = builder.Build();
app.UseChassis();

var petitions = app.MapResource("/api/v1/petitions", "petitions");
ReceivePetition.Map(petitions);
GetPetition.Map(petitions);
ListPetitions.Map(petitions);
GetHistory.Map(petitions);
GetDeadlines.Map(petitions);
AcceptPetition.Map(petitions);
RefusePetition.Map(petitions);
GuidePetitioner.Map(petitions);
ForwardPetition.Map(petitions);
FindComplex.Map(petitions);
ExtendDeadline.Map(petitions);
ResolvePetition.Map(petitions);
MovePetition.Map(petitions);
ReadIdentity.Map(petitions);
WhatIfDeadline.Map(petitions);
ListRules.Map(petitions);
return await app.RunServiceAsync(args);
