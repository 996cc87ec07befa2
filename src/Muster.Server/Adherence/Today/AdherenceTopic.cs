using System.Globalization;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Agreement;
using Muster.Server.Api.Access;
using Muster.Server.Api.Adherence;
using Muster.Server.Live;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// How the agents of a management unit stand: "adherence/UNIT". First all of them, then those who have changed. The
/// cursor is of this process: whoever comes from another node is told all. "adherence" alone says that rules have
/// changed.
/// </summary>
public sealed class AdherenceTopic(TodayBoard board, AdherenceUnits units, ScopeFeed feed, ClusterParts cluster)
    : ILiveTopic
{
    private readonly ScopeTopic _rules = new(RuleStore.Scope, Permissions.AdherenceView, feed);

    public string Name => RuleStore.Scope.Value;

    public AccessRule Rule => _rules.Rule;

    public Task NextMoveAsync(string part, CancellationToken token) =>
        part.Length == 0 ? _rules.NextMoveAsync(part, token) : board.NextMoveAsync(token);

    public async ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token)
    {
        if (question.Part.Length == 0)
        {
            return await _rules.ReadAsync(question, token);
        }

        if (!Guid.TryParse(question.Part, out var id))
        {
            return new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, question.Part);
        }

        var unit = await units.FindAsync(
            question.Caller, new ManagementUnitId(id), Permissions.AdherenceView, token);
        return unit.Refused is { } refusal ? refusal : Read(new ManagementUnitId(id), question.Cursor);
    }

    private LivePage? Read(ManagementUnitId unit, string? cursor)
    {
        if (board.CurrentNow() is not { } now)
        {
            return null;
        }

        var (wall, after) = (now.Of(unit), Parse(cursor));
        var next = string.Create(CultureInfo.InvariantCulture, $"{cluster.Node.Self.Incarnation}.{wall.Number}");
        return after is not { } known || known < wall.WholeSince || known > wall.Number
            ? new LivePage(next, IsWhole: true, WallViews.Whole(now, unit))
            : known == wall.Number ? null
            : new LivePage(
                next, IsWhole: false, WallViews.Of(now, unit, wall.Rows.Where(row => row.Number > known)));
    }

    // Null: of another process, or none of ours.
    private long? Parse(string? cursor) =>
        cursor?.Split('.') is [var incarnation, var number]
        && incarnation == cluster.Node.Self.Incarnation.ToString(CultureInfo.InvariantCulture)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? known
            : null;
}
