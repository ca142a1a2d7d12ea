using DanVan.Petitions.Tests.Rules;
using DanVan.Petitions.Tests.Slices;
using Classified = DanVan.Petitions.Tests.Rules.ClassificationTests;
using Grouped = DanVan.Petitions.Tests.Rules.GroupTests;

namespace DanVan.Petitions.Tests;

/// <summary>Which tests hold the cases that a naive build gets wrong, as far as they are of petitions.</summary>
public sealed class EdgeCaseTests
{
    static readonly Dictionary<int, string[]> HeldBy = new()
    {
        [1] = [nameof(WorkedExampleTests.Thirty_days_from_31_March_2026_roll_past_two_holidays_and_a_weekend_and_keep_the_day_of_the_law)],
        [2] =
        [
            nameof(RecountTests.A_newer_calendar_moves_the_limits_that_run_and_no_others_and_tells_of_it),
            nameof(PropertyTests.A_recount_touches_nothing_that_is_closed_and_is_done_once),
        ],
        [3] = [nameof(WorkedExampleTests.A_working_Saturday_counts)],
        [4] =
        [
            nameof(TransitionTests.Suspended_over_the_Lunar_New_Year_what_was_left_is_counted_on_and_not_the_working_days_of_the_pause),
            nameof(PropertyTests.Days_that_are_suspended_are_added_day_by_day),
        ],
        [5] =
        [
            nameof(LongerLimitTests.A_complex_denunciation_is_extended_once_to_60_days_in_all),
            nameof(LongerLimitTests.A_specially_complex_denunciation_is_extended_twice_to_90_days_in_all),
        ],
        [6] =
        [
            nameof(RoundTests.Its_clock_starts_with_its_own_acceptance_Đ37),
            nameof(RoundTests.A_second_complaint_is_lodged_within_30_or_45_days_of_the_decision_or_of_the_expiry_without_one_Đ33),
        ],
        [7] = [nameof(WorkedExampleTests.The_first_decision_is_sent_in_working_days_and_the_second_in_calendar_days)],
        [8] =
        [
            nameof(TransitionTests.The_time_to_accept_a_complaint_goes_by_the_day_of_its_receipt),
            nameof(TransitionTests.What_is_done_from_that_day_on_with_an_older_complaint_goes_by_the_new_rules_NĐ155_Đ22_1),
        ],
        [9] = [nameof(FollowUpTests.A_denunciation_is_sent_on_reminded_of_entered_there_resolved_and_its_writer_told)],
        [10] = [nameof(PetitionTests.Acceptance_meets_the_first_duty_and_starts_the_clock_of_the_resolution)],
        [11] =
        [
            nameof(PetitionTests.An_organisation_cannot_denounce),
            nameof(Classified.An_organisation_cannot_have_denounced_LTC_2),
            nameof(EligibilityTests.About_discipline_only_the_cadre_or_civil_servant_complains_LKN_2_1),
        ],
        [12] =
        [
            nameof(Classified.Inspection_information_is_neither_answered_nor_resolved_LTC_25_2),
            nameof(EligibilityTests.An_anonymous_denunciation_with_evidence_is_inspection_information_LTC_25_2),
        ],
        [13] =
        [
            nameof(PaperTests.A_complaint_and_a_denunciation_in_one_paper_are_two_cases_with_their_own_clocks),
            nameof(CaseTests.A_paper_of_several_contents_becomes_petitions_with_their_own_kinds_clocks_and_cases),
        ],
        [14] =
        [
            nameof(RestartTests.Only_an_open_denunciation_goes_up_and_to_one_who_may_resolve_it_Đ5_2),
            nameof(RestartSliceTests.A_denunciation_with_a_conflict_of_interest_stands_in_the_book_of_the_superior),
        ],
        [16] = [nameof(Grouped.From_five_people_on_they_are_a_group_TT_07_2014_6_4)],
        [17] =
        [
            nameof(Grouped.One_of_six_withdraws_and_the_case_goes_on_with_the_representatives_it_had_155_2026_7a),
            nameof(SignatoryTests.Who_withdraws_is_named_and_the_others_go_on_155_2026_7a),
        ],
        [18] = [nameof(WithdrawalTests.What_was_taken_back_under_threat_or_with_signs_of_a_violation_is_still_examined_TC_Đ33_3)],
        [36] =
        [
            nameof(FollowUpTests.What_was_sent_on_is_entered_once_however_often_it_is_tried),
            nameof(PetitionTests.A_closed_petition_takes_no_further_step),
        ],
        [37] = [nameof(RepetitionTests.Of_two_clerks_who_decide_at_once_the_second_gets_412)],
        [38] =
        [
            nameof(SearchQueryTests.Both_placements_of_a_tone_are_one_word),
            nameof(SearchTests.Words_are_found_however_they_are_typed),
        ],
    };

    /// <summary>Of people and terms; of awards; of published figures; of files.</summary>
    static readonly int[] OfOthers = [15, 33, 34, 35];

    [Fact]
    public void Each_is_held_by_a_test()
    {
        Assert.Equal([.. Enumerable.Range(1, 18), .. Enumerable.Range(33, 6)], HeldBy.Keys.Concat(OfOthers).Order());
        var tests = typeof(EdgeCaseTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.Name)
            .ToHashSet();
        Assert.All(HeldBy.Values.SelectMany(names => names), name => Assert.Contains(name, tests));
    }
}
