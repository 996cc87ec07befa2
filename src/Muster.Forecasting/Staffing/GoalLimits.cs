using System.Runtime.CompilerServices;
using Muster.Domain.Organization;

namespace Muster.Forecasting.Staffing;

/// <summary>Goals as what may be missed, in handle times; 0 where there is no goal.</summary>
internal readonly struct GoalLimits
{
    /// <summary>Rounding must not cost an agent: 17 of 20 agents busy are an occupancy of 85 %.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>The logarithm of a gap that is no different from none or from an endless one.</summary>
    public const double Widest = 700;

    private readonly ServiceLevelDefinition _definition;
    private readonly double _miss;
    private readonly double _delay;
    private readonly double _abandonment;
    private readonly double _occupancy;

    public GoalLimits(StaffingGoals goals, double handleSeconds)
    {
        _definition = goals.Definition;
        _miss = goals.ServiceLevel is > 0 ? 1 - goals.ServiceLevel.Value : 0;
        _delay = (goals.AverageAnswerSeconds ?? 0) / handleSeconds;
        _abandonment = goals.MaxAbandonment is < 1 ? goals.MaxAbandonment.Value : 0;
        _occupancy = goals.MaxOccupancy is < 1 ? goals.MaxOccupancy.Value : 0;
    }

    public bool HasDelay => _delay > 0;

    public ServiceLevelDefinition Definition => _definition;

    public double Miss => _miss;

    public double Abandonment => _abandonment;

    public double Occupancy => _occupancy;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Gap(in QueueShares shares, double loadPerServer)
    {
        var ratio = 0.0;
        if (_miss > 0)
        {
            ratio = shares.Miss(_definition) / _miss;
        }

        if (_delay > 0)
        {
            ratio = Math.Max(ratio, shares.AnswerDelay / _delay);
        }

        if (_abandonment > 0)
        {
            ratio = Math.Max(ratio, shares.Abandoned / _abandonment);
        }

        if (_occupancy > 0)
        {
            ratio = Math.Max(ratio, Math.Min(loadPerServer * shares.Answered, 1) / _occupancy);
        }

        return ratio <= 1 + Tolerance && ratio > 1 ? 0 : Math.Clamp(Math.Log(ratio), -Widest, Widest);
    }
}
