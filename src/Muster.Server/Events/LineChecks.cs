using System.Globalization;
using Muster.Domain.Organization;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>
/// Whether a line can be used, by the database's clock, the organization and the people of one moment.
/// </summary>
internal sealed class LineChecks(
    EventSource source, OrganizationSnapshot organization, DateTimeOffset now, int keepDays)
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(60);

    // Longer than any clock goes wrong: a time may be added to without running out of the calendar.
    private static readonly DateTime First = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, Guid?> _switches = [];

    /// <summary>When it happened, by the right clock. Intervals are not moved.</summary>
    public DateTime TimeOf(EventLine line) => line.Statistic is null && line.At > First && line.At < Last
        ? line.At.AddMilliseconds(source.ClockOffsetMs)
        : line.At;

    /// <returns>Null when its switch is not there.</returns>
    public AgentKey? KeyOf(EventLine line) => line.Login is null
        ? new AgentKey(source.Tenant.Value, false, null, line.Agent!)
        : line.Switch is null
            ? new AgentKey(source.Tenant.Value, true, source.Switch?.Value, line.Login)
            : SwitchOf(line.Switch) is { } id ? new AgentKey(source.Tenant.Value, true, id, line.Login) : null;

    public LineFault? Check(EventLine line, AgentKeys agents)
    {
        if (CheckTime(line) is var wrong && (wrong is not null || line.Statistic is not null))
        {
            return wrong;
        }

        if (KeyOf(line) is not { } key)
        {
            return new LineFault(QuarantineKind.UnknownSwitch, "switch", SwitchesOf(line.Switch!).Length > 1
                ? $"is the name of several: {line.Switch}.\nMaybe the source can tell its id."
                : $"is none of the tenant's: {line.Switch}.\nMaybe the directory has not told of it yet.");
        }

        var field = key.IsLogin ? "login" : "agent";
        switch (agents.Find(key))
        {
            case null:
                return new LineFault(QuarantineKind.UnknownAgent, field, $"is nobody's: {key.Text}.\n"
                    + "Maybe the directory has not told of them yet: replay the line when it has.");
            case { IsOne: false }:
                return new LineFault(QuarantineKind.AmbiguousAgent, field, $"is that of several: {key.Text}.\n"
                    + "Maybe name the switch, or mend the agents.");
            case var found:
                line.AgentId = found.Value.Agent;
                return null;
        }
    }

    private LineFault? CheckTime(EventLine line)
    {
        var field = line.Statistic is null ? "at" : "interval";
        var at = TimeOf(line);
        if (at > now.UtcDateTime + MostAhead)
        {
            return new LineFault(QuarantineKind.FromFuture, field,
                $"is {Shown(at - now.UtcDateTime)} from now.\nMaybe the source's clock is wrong: set its offset.");
        }

        return at < now.UtcDateTime.AddDays(-keepDays)
            ? new LineFault(QuarantineKind.TooOld, field,
                $"is more than {keepDays} days ago: {at:yyyy-MM-dd}.\nMaybe raise Events:KeepDays.")
            : null;
    }

    private static string Shown(TimeSpan span) => span.TotalHours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours");

    private Guid? SwitchOf(string name)
    {
        if (!_switches.TryGetValue(name, out var id))
        {
            id = SwitchesOf(name) is [var only] ? only.Id.Value : null;
            _switches[name] = id;
        }

        return id;
    }

    // Names are labels: two directories of a tenant may have switches of one name.
    private Switch[] SwitchesOf(string name) => [.. organization.Switches.InUse.Where(item =>
        item.TenantId == source.Tenant
        && (item.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || item.Id.ToString() == name))];
}
