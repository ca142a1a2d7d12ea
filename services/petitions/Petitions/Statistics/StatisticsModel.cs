using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Statistics;

static class StatisticsModel
{
    public static void AddStatistics(this ModelBuilder model)
    {
        model
            .Entity<Spell>()
            .ToTable("counted_spells")
            .HasKey(s => new
            {
                s.PetitionId,
                s.Number,
                s.FromSequence,
            });
        model.Entity<CountedSession>().ToTable("counted_sessions").HasKey(s => s.ReceptionId);
        model.Entity<CountedVisit>().ToTable("counted_visits").HasKey(v => v.VisitId);
        model.Entity<CountedReminder>().ToTable("counted_reminders").HasKey(r => r.Sequence);
        model.Entity<CountedEffect>().ToTable("counted_effects").HasKey(e => e.Sequence);
        model.Entity<CountedProtection>().ToTable("counted_protections").HasKey(p => new { p.Sequence, p.Measure });
        model.Entity<CountedEffect>().Property(e => e.Sequence).ValueGeneratedNever();
        model.Entity<CountedSession>().Property(s => s.ReceptionId).ValueGeneratedNever();
        model.Entity<CountedVisit>().Property(v => v.VisitId).ValueGeneratedNever();
        model.Entity<CountedReminder>().Property(r => r.Sequence).ValueGeneratedNever();
    }
}
