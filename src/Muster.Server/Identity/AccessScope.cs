using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Storage;

namespace Muster.Server.Identity;

/// <summary>The scope through which every change of who may do what goes.</summary>
public static class AccessScope
{
    public const string User = "user";
    public const string Client = "client";
    public const string Role = "access_role";
    public const string Session = "session";
    public const string Token = "access_token";

    public static readonly ScopeName Name = ScopeName.Of("access");

    public static void Record(WriteTransaction transaction, AuditSubject subject, long version, bool isDeleted) =>
        transaction.Record(Name, new Change(
            subject.Entity, subject.EntityId, version, isDeleted ? ChangeOperation.Delete : ChangeOperation.Put));

    /// <summary>What a caller's rights depend on: the account, the session or token, and every role.</summary>
    public static IReadOnlyList<(string Entity, string Id)> DependenciesOf(Caller caller) =>
        caller.Kind == ActorKind.User
            ? [(User, Text(caller.Id)), (Session, Text(caller.CredentialId)), (Role, ChangeMarks.Any)]
            : [(Client, Text(caller.Id)), (Token, Text(caller.CredentialId)), (Role, ChangeMarks.Any)];

    private static string Text(Guid id) => id.ToString("D");
}
