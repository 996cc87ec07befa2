namespace Muster.Server.Scheduling;

/// <summary>What a schedule is built from, and can have changed since.</summary>
public enum BuildInputPart
{
    /// <summary>Who is to be scheduled, by which work plan, and on which days they are employed.</summary>
    People,

    /// <summary>The rules of the work plans that people have.</summary>
    WorkPlans,

    /// <summary>Who can serve which planning group.</summary>
    Skills,

    /// <summary>How many are needed: the forecast with its layers and terms, shared among the units.</summary>
    Requirement,
}
