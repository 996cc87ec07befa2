using FsCheck;
using FsCheck.Fluent;
using Muster.Simulation.Engine;

namespace Muster.Simulation.Tests.Engine;

public sealed class WaitingRoomTests
{
    private const int Queues = 3;

    /// <summary>
    /// 0 to 2: a call joins that queue. 3: the first to give up leaves. Above: the first of a queue leaves.
    /// </summary>
    private static readonly Gen<(int What, int Patience)[]> Moves = Gen.ArrayOf(
        from what in Gen.Frequency((3, Gen.Choose(0, 2)), (2, Gen.Choose(3, 6)))
        from patience in Gen.Choose(0, 30)
        select (what, patience), 200);

    [Fact]
    public void Its_lines_and_its_heap_are_what_a_list_says() =>
        Prop.ForAll(Moves.ToArbitrary(), AgreesWithAList).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static bool AgreesWithAList((int What, int Patience)[] moves)
    {
        var (room, list) = (new WaitingRoom(Queues), new List<WaitingCall>());
        for (var i = 0; i < moves.Length; i++)
        {
            var (what, patience) = moves[i];
            if (what < Queues)
            {
                var givesUpAt = patience == 30 ? double.PositiveInfinity : patience;
                var call = new WaitingCall { Queue = what, Call = i, GivesUpAt = givesUpAt };
                room.Join(call);
                list.Add(call);
            }
            else if (Leaver(room, what) is >= 0 and var place)
            {
                var gone = room[place].Call;
                room.Leave(place);
                list.RemoveAll(call => call.Call == gone);
            }

            if (!IsSame(room, list))
            {
                return false;
            }
        }

        return true;
    }

    private static int Leaver(WaitingRoom room, int what)
    {
        if (what > Queues)
        {
            return room.FirstOf(what - Queues - 1);
        }

        return double.IsFinite(room.FirstGivesUpAt) ? room.FirstToGiveUp : -1;
    }

    private static bool IsSame(WaitingRoom room, List<WaitingCall> list)
    {
        var next = list.OrderBy(call => call.GivesUpAt).ThenBy(call => call.Call).FirstOrDefault();
        var isHeapSame = list.Count == 0 || double.IsPositiveInfinity(next.GivesUpAt)
            ? double.IsPositiveInfinity(room.FirstGivesUpAt)
            : room.FirstGivesUpAt.Equals(next.GivesUpAt) && room[room.FirstToGiveUp].Call == next.Call;
        return isHeapSame && Enumerable.Range(0, Queues).All(queue =>
            list.FindIndex(call => call.Queue == queue) is var first
            && room.FirstOf(queue) is var head
            && (head < 0 ? first < 0 : first >= 0 && room[head].Call == list[first].Call));
    }
}
