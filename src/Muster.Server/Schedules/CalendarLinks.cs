using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Schedules;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Identity;
using Muster.Storage.Schedules;

namespace Muster.Server.Schedules;

/// <summary>
/// Makes and ends the private addresses of calendars, and finds whose one is. Who has one sees what its owner may see:
/// it ends when the account is disabled, and while the account may not see a schedule of its own.
/// </summary>
public sealed class CalendarLinks(CalendarLinkStore links, CallerStore callers, Audit audit, TimeProvider time)
{
    private const string Entity = "calendar address";

    private static readonly AccessRule Rule = new AccessRule.Holders(Permissions.MyScheduleView, Somewhere: true);

    public Task<CalendarLink?> FindAsync(Caller caller, CancellationToken token) =>
        links.FindAsync(new UserId(caller.Id), token);

    /// <returns>The secret of the address, which is kept nowhere.</returns>
    public async Task<string> MakeAsync(WriteTransaction transaction, Caller caller, CancellationToken token)
    {
        var user = new UserId(caller.Id);
        var before = await links.LockAsync(transaction, user, token);
        var (secret, hash) = Secrets.New();
        await links.PutAsync(transaction, user, hash, token);
        await audit.AppendAsync(
            transaction, About(before is null ? "made" : "renewed", user), View(before),
            MyCalendarView.Of(new CalendarLink(transaction.Context.At, null)), token);
        return secret;
    }

    public async Task<Refusal?> RemoveAsync(WriteTransaction transaction, Caller caller, CancellationToken token)
    {
        var user = new UserId(caller.Id);
        if (await links.LockAsync(transaction, user, token) is not { } link)
        {
            return new Refusal.NotFound(Entity, $"of {caller.Name}");
        }

        await links.DeleteAsync(transaction, user, token);
        await audit.AppendAsync(transaction, About("removed", user), View(link), null, token);
        return null;
    }

    /// <summary>Whose calendar has this secret in its address; null for nobody's.</summary>
    public async Task<Caller?> ReaderAsync(string secret, CancellationToken token)
    {
        var reader = Secrets.Hash(secret) is { } hash
            ? await callers.FindReaderAsync(hash, time.GetUtcNow(), token)
            : null;
        return reader is not null && AccessDecision.Decide(Rule, reader) is null ? reader : null;
    }

    private static MyCalendarView? View(CalendarLink? link) => link is null ? null : MyCalendarView.Of(link);

    private static AuditSubject About(string action, UserId user) => new(action, Entity, user.ToString());
}
