using DanVan.Awards.Models;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class ModelTests
{
    [Fact]
    public void A_model_goes_from_its_registration_to_recognition_step_by_step()
    {
        var model = Model();

        Assert.Null(model.TakeUp(Day("2024-03-01"), Today));
        Assert.Null(model.FindEffective(Day("2024-10-01"), Today));
        Assert.Null(model.Recognise(RecognitionLevel.Grassroots, Day("2024-11-01"), Today));
        Assert.Null(model.Recognise(RecognitionLevel.Province, Day("2024-12-01"), Today));

        Assert.Equal((ModelStage.Recognised, RecognitionLevel.Province), (model.Stage, model.RecognisedAt));
    }

    [Fact]
    public void No_step_is_skipped()
    {
        "awards.model-stage".Refuses(Model().FindEffective(Day("2024-10-01"), Today));
        "awards.model-stage".Refuses(Model().Recognise(RecognitionLevel.Province, Day("2024-10-01"), Today));
        "awards.model-stage".Refuses(Model(ModelStage.Effective).TakeUp(Day("2024-10-01"), Today));
    }

    [Theory]
    [InlineData("2024-01-31")]
    [InlineData("2026-11-22")]
    public void A_step_is_neither_before_the_one_before_nor_in_the_future(string day) =>
        "awards.model-day".Refuses(Model().TakeUp(Day(day), Today));

    [Fact]
    public void No_step_is_dated_before_the_step_that_it_follows()
    {
        var model = Model();
        Assert.Null(model.TakeUp(Day("2024-03-01"), Today));
        "awards.model-day".Refuses(model.FindEffective(Day("2024-02-29"), Today));
        Assert.Null(model.FindEffective(Day("2024-10-01"), Today));
        "awards.model-day".Refuses(model.Recognise(RecognitionLevel.Grassroots, Day("2024-09-30"), Today));
        Assert.Null(model.Recognise(RecognitionLevel.Grassroots, Day("2024-11-01"), Today));
        "awards.model-day".Refuses(model.Recognise(RecognitionLevel.Province, Day("2024-10-31"), Today));
        "awards.model-day".Refuses(model.Discontinue(DiscontinuationReason.Merged, null, Day("2024-10-31"), Today));
    }

    [Fact]
    public void A_model_whose_registration_is_not_dated_may_be_taken_up_on_any_past_day() =>
        Assert.Null(Model(registeredOn: null).TakeUp(Day("2021-08-01"), Today));

    [Fact]
    public void It_is_not_recognised_twice_at_a_level_nor_below_it()
    {
        var model = Model(ModelStage.Effective);
        Assert.Null(model.Recognise(RecognitionLevel.Province, Day("2024-12-01"), Today));

        "awards.recognised-already".Refuses(model.Recognise(RecognitionLevel.Province, Day("2024-12-02"), Today));
        "awards.recognised-already".Refuses(model.Recognise(RecognitionLevel.Grassroots, Day("2024-12-02"), Today));
    }

    [Theory]
    [InlineData("2025-06-30", null)]
    [InlineData("2025-07-01", "awards.no-district-level")]
    public void Districts_recognise_until_they_end(string day, string? code) =>
        Assert.Equal(code, Model(ModelStage.Effective).Recognise(RecognitionLevel.District, Day(day), Today)?.Code);

    [Fact]
    public void A_discontinued_model_keeps_the_stage_that_it_reached_and_goes_no_further()
    {
        var model = Model(ModelStage.Effective);

        Assert.Null(model.Discontinue(DiscontinuationReason.PurposeFulfilled, "Hết dịch", Day("2024-12-01"), Today));

        Assert.Equal(ModelStage.Effective, model.Stage);
        "awards.model-discontinued".Refuses(model.Recognise(RecognitionLevel.Province, Day("2024-12-02"), Today));
        "awards.model-discontinued".Refuses(model.Discontinue(DiscontinuationReason.Other, null, Day("2024-12-02"), Today));
    }

    [Theory]
    [InlineData(ModelStage.Registered, false)]
    [InlineData(ModelStage.InImplementation, false)]
    [InlineData(ModelStage.Effective, true)]
    [InlineData(ModelStage.Recognised, true)]
    public void Only_what_was_found_effective_is_replicated(ModelStage stage, bool replicated) =>
        Assert.Equal(replicated, Model(stage).RefusesReplication() is null);
}
