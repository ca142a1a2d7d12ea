using DanVan.Reporting.Scoring.Assessments;
using DanVan.Reporting.Scoring.Rankings;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Scoring;

static class ScoringServices
{
    /// <summary>The schemes, of the service or of the file that <c>Scoring:SchemesFile</c> names, and what ranks units by them.</summary>
    public static IServiceCollection AddScoring(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(ScoringCatalogue.Load(configuration["Scoring:SchemesFile"])).AddScoped<RankingDesk>();

    public static void MapScores(this RouteGroupBuilder group)
    {
        ReadSchemes.Map(group);
        WhatIfScore.Map(group);
        OpenAssessment.Map(group);
        ReadAssessments.Map(group);
        AssessSelf.Map(group);
        ReviewScore.Map(group);
        DecideScore.Map(group);
        ReadRanking.Map(group);
        DecideTie.Map(group);
    }

    public static void HasScores(this ModelBuilder model)
    {
        model
            .Entity<ScoreAssessment>()
            .Ignore(assessment => assessment.Criteria)
            .Property(assessment => assessment.Id)
            .ValueGeneratedNever();
        model.Entity<ScoreAssessment>().Property(assessment => assessment.CriteriaJson).HasColumnName("criteria");
        model.Entity<ScoreStep>().HasKey(step => new { step.AssessmentId, step.Version });
        model.Entity<ScoreTie>().Property(tie => tie.Id).ValueGeneratedNever();
    }
}
